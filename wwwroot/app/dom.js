// Builds elements. Text is always set as text, so nothing a person has written can become markup.

/** @typedef {Node | string | number | null | undefined | false} Child */
/**
 * @typedef {Record<string, any> & { on?: Record<string, (event: any) => void>, data?: Record<string, any> }} Properties
 *   `on` listens to events, `data` sets data attributes, everything else is an attribute:
 *   true sets it bare, false, null and undefined leave it out.
 */

const svgNamespace = 'http://www.w3.org/2000/svg';
const safeAddress = /^(?:[/?#.]|https?:|mailto:|blob:|data:image\/|[^:]*$)/i;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Properties} [properties] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** @param {string} tag @param {Properties} [properties] @param {...(Child | Child[])} children @returns {SVGElement} */
export function svg(tag, properties = {}, ...children) {
  return fill(/** @type {SVGElement} */ (document.createElementNS(svgNamespace, tag)), properties, children);
}

/** Puts the children where the container's own were. @param {Element} container @param {...(Child | Child[])} children */
export function mount(container, ...children) {
  container.replaceChildren(...nodes(children));
}

/**
 * Brings a container's children in line with the items, moving and keeping the element of each key, so that focus and
 * scroll stay where they are. The container holds nothing else.
 * @template Item
 * @param {Element} container
 * @param {Iterable<Item>} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => HTMLElement} create
 * @param {(element: HTMLElement, item: Item) => void} [update] called for elements that were there already
 */
export function updateList(container, items, keyOf, create, update) {
  const kept = new Map([...container.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, /** @type {HTMLElement} */ (child)]));
  let place = container.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const known = kept.get(key);
    if (known) update?.(known, item);
    const element = known ?? create(item);
    element.dataset.key = key;
    kept.delete(key);
    if (element === place) place = place.nextElementSibling;
    else container.insertBefore(element, place);
  }
  for (const gone of kept.values()) gone.remove();
}

/**
 * @template {Element} Some
 * @param {Some} element @param {Properties} properties @param {(Child | Child[])[]} children @returns {Some}
 */
function fill(element, { on = {}, data = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  for (const [name, value] of Object.entries(data)) setAttribute(element, `data-${hyphenated(name)}`, value);
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  element.append(...nodes(children));
  return element;
}

/** @param {Element} element @param {string} name @param {unknown} value */
function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (/^(?:on|style$|srcdoc$)/i.test(name)) throw new TypeError(`The attribute ${name} is not set here: use on, a class or CSSOM.`);
  if ((name === 'href' || name === 'src') && !safeAddress.test(String(value))) return;
  element.setAttribute(name, value === true ? '' : String(value));
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function nodes(children) {
  return children.flat().flatMap((child) => child === null || child === undefined || child === false
    ? [] : [child instanceof Node ? child : String(child)]);
}

/** @param {string} name */
function hyphenated(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
