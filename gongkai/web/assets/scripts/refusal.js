const sentences = {
  400: "提交的内容有误，未被接受。请核对后重试。",
  401: "登录已失效。请在新窗口登录后回到本页重试，已填写的内容仍在。",
  403: "您没有进行这一步的权限，或页面停留过久。请刷新页面后重试；仍不行的，请与管理员联系。",
  404: "要找的内容不存在，或已被删除。请返回列表刷新后重试。",
  409: "这条记录已被他人修改，您的修改没有保存。请在新窗口打开最新内容，核对后再提交。",
  413: "文件或内容超过允许的大小，未被接受。请压缩或分次提交。",
  429: "操作过于频繁，请稍候再试。",
  503: "系统正在维护或繁忙，这一步没有完成。请稍后重试。",
};

/** Why a request was refused: the server's own sentence where it sent one, else one by status code. */
export function sentence(xhr) {
  return ownSentence(xhr) || sentences[xhr.status] || `服务器未能完成这一步（代码 ${xhr.status}）。请稍后重试；仍不行的，请把代码告知管理员。`;
}

// A plain text answer is the sentence; in HTML it stands in the element marked data-message or role="alert".
function ownSentence(xhr) {
  const type = xhr.getResponseHeader("Content-Type") ?? "";
  if (type.startsWith("text/plain")) return xhr.responseText.trim().slice(0, 500);
  if (!type.startsWith("text/html")) return "";
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  return page.querySelector('[data-message], [role="alert"]')?.textContent.trim() ?? "";
}
