import { StreamLanguage } from "@codemirror/language";
import { toml as mode } from "@codemirror/legacy-modes/mode/toml";

export const toml = () => StreamLanguage.define(mode);
