// Editors: loaded with `defer` only by pages that have one. The textarea stays the form's field and works alone.
import { edit } from "./editor/field.js";
import { compare } from "./editor/compare.js";
import "./editor/insert.js";
import { onContent } from "./content.js";

onContent("textarea[data-editor]", edit);
onContent("[data-merge]", compare);
