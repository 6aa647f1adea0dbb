/**
 * The words a template may use: data-words is JSON, or #id of a <script type="application/json"> that holds it:
 * [{expression, label, value, group, url?}]. data-word-url is where an expression without its own url is explained.
 */
export function wordsOf(field) {
  const list = JSON.parse(textOf(field.dataset.words) || "[]");
  const byExpression = new Map(list.map((word) => [plain(word.expression), word]));
  return { list, find: (expression) => byExpression.get(plain(expression)), url: (expression) => urlOf(field, byExpression, expression) };
}

const textOf = (given = "") => (given.startsWith("#") ? document.getElementById(given.slice(1))?.textContent : given);

/** {{ total( "orders.handled" ) }} and {{total('orders.handled')}} are the same word. */
export const plain = (expression) => expression.replace(/'/g, '"').replace(/\s+(?=[^"]*(?:"[^"]*"[^"]*)*$)/g, "");

function urlOf(field, words, expression) {
  const own = words.get(plain(expression))?.url;
  if (own || !field.dataset.wordUrl) return own ?? "";
  const address = new URL(field.dataset.wordUrl, document.baseURI);
  address.searchParams.set("expression", expression.trim());
  return address.pathname + address.search;
}
