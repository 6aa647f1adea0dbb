// Builds what the browser gets: scripts, one style sheet, one sprite of icons. Run by `make assets`.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildScripts } from "./build/scripts.mjs";
import { buildSprite } from "./build/sprite.mjs";
import { buildStyles } from "./build/styles.mjs";

const sources = fileURLToPath(new URL(".", import.meta.url));
const built = fileURLToPath(new URL("../built/", import.meta.url));

mkdirSync(built, { recursive: true });
await Promise.all([buildScripts(sources, built), buildStyles(sources, built), buildSprite(sources, built)]);
