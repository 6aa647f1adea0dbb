// htmx: no evaluated code, no inline style, the CSRF token with each request, and each failure said in Chinese.
// Script tags in answers stay: they hold the specs of pictures; one that is code the CSP does not run.
import htmx from "htmx.org";
import { meta } from "./content.js";
import { say } from "./messages.js";
import { sentence } from "./refusal.js";

Object.assign(htmx.config, {
  allowEval: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0, // pages with people's data are not kept in the browser's storage
  refreshOnHistoryMiss: true,
  timeout: 60000,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "422", swap: true }, // the form again, with its faults in place
    { code: "[45]..", swap: false, error: true },
  ],
});

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = meta("csrf-token");
});

document.addEventListener("htmx:responseError", (event) => say(sentence(event.detail.xhr), "danger"));
document.addEventListener("htmx:sendError", () => say("网络不通，这一步没有完成，页面上的内容未丢失。请检查网络后重试。", "danger"));
document.addEventListener("htmx:timeout", () => say("服务器在一分钟内没有答复，这一步是否完成尚不确定。请刷新页面核对后再操作。", "danger"));
