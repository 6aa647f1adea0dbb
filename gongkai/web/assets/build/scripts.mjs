import { join } from "node:path";
import { build } from "esbuild";
import { browsers } from "./browsers.mjs";

const entries = ["app.js", "charts.js", "editor.js"];

/** Bundles each entry to one classic script that a page loads with `defer`. */
export async function buildScripts(sources, built) {
  await build({
    entryPoints: entries.map((entry) => join(sources, "scripts", entry)),
    outdir: built,
    bundle: true,
    minify: true,
    format: "iife",
    target: browsers,
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
}
