// Specs are JSON and hold no functions: a formatter is named by a text, "percent" or "count", and put in here.
const number = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });

const valueOf = (given) => (given !== null && typeof given === "object" ? given.value : given);
const single = (given) => [].concat(valueOf(given)).pop();
const missing = (value) => value == null || value === "-" || Number.isNaN(Number(value));

export const formatters = {
  /** 0.909 → 90.91%; a missing rate (0/0) stays a dash. */
  percent: (given) => (missing(single(given)) ? "—" : `${number.format(Number(single(given)) * 100)}%`),
  /** 1204 → 1,204 */
  count: (given) => (missing(single(given)) ? "—" : number.format(Number(single(given)))),
  /** 3 → 第3名 */
  rank: (given) => (missing(single(given)) ? "—" : `第${single(given)}名`),
};

const named = new Set(["formatter", "valueFormatter"]);

/** A copy of the spec in which each named formatter is its function; any other text stays ECharts' own template. */
export function withFunctions(spec) {
  if (Array.isArray(spec)) return spec.map(withFunctions);
  if (spec === null || typeof spec !== "object") return spec;
  return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, named.has(key) && formatters[value] ? formatters[value] : withFunctions(value)]));
}
