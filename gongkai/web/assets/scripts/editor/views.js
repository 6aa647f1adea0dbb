// Which editor stands for which textarea.
const views = new WeakMap();

export const remember = (field, view) => views.set(field, view);
export const viewOf = (field) => views.get(field);
