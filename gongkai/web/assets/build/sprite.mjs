import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One file with a <symbol> for each name in icons.txt; a name that Tabler does not have stops the build. */
export async function buildSprite(sources, built) {
  const names = iconNames(await readFile(join(sources, "icons.txt"), "utf8"));
  const symbols = await Promise.all(names.map((name) => symbol(sources, name)));
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
  await writeFile(join(built, "icons.svg"), sprite);
}

/** Names in the file: one or several a line, `#` begins a remark. */
export function iconNames(text) {
  return text.split("\n").flatMap((line) => line.replace(/#.*/, "").split(/\s+/)).filter(Boolean);
}

async function symbol(sources, name) {
  const file = join(sources, "node_modules/@tabler/icons/icons/outline", `${name}.svg`);
  const drawing = await readFile(file, "utf8").catch(() => {
    throw new Error(`icons.txt 中的图标“${name}”在 @tabler/icons 中不存在，请核对名称`);
  });
  const paths = drawing
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>[\s\S]*$/g, "")
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "")
    .replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${paths}</symbol>`;
}
