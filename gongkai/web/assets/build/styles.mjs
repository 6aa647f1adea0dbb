import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import { browsers } from "./browsers.mjs";
import { kept } from "./kept.mjs";

/** Where a class name can stand: any word in these files counts as used. */
const users = (web) => [
  join(web, "templates/**/*.html"),
  join(web, "*.py"),
  join(web, "!(assets|built)/**/*.py"),
  join(web, "../notice/html/**/*.py"),
  join(web, "assets/scripts/**/*.js"),
];

/** Tabler's sheet and ours as one; rules of Tabler that no template, script or presenter names are left out. */
export async function buildStyles(sources, built) {
  const tabler = join(sources, "node_modules/@tabler/core/dist/css/tabler.css");
  const [used] = await new PurgeCSS().purge({
    content: users(join(sources, "..")),
    css: [tabler],
    safelist: kept,
    variables: false,
    keyframes: true,
  });
  const own = await bundled(join(sources, "styles/app.css"));
  const { code } = await transform(used.css + own, { loader: "css", minify: true, target: browsers, charset: "utf8" });
  await writeFile(join(built, "app.css"), code);
}

/** Our own sheet with its imports in place, as text. */
async function bundled(file) {
  const { outputFiles } = await build({ entryPoints: [file], bundle: true, write: false, target: browsers, charset: "utf8" });
  return outputFiles[0].text;
}
