/**
 * Lets a button fold a panel in and out. Escape and a click or focus elsewhere fold it in; Escape gives the button focus.
 * What is folded in is hidden by CSS from `aria-expanded`, so that a wide screen can show it all the same.
 * @param {HTMLElement} button @param {HTMLElement} panel has an id @param {HTMLElement} box holds both
 */
export function disclosure(button, panel, box) {
  const open = () => button.getAttribute('aria-expanded') === 'true';
  const set = (/** @type {boolean} */ value) => button.setAttribute('aria-expanded', String(value));
  button.setAttribute('aria-controls', panel.id);
  set(false);
  button.addEventListener('click', () => set(!open()));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !open()) return;
    set(false);
    button.focus();
  });
  box.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) set(false);
  });
  document.addEventListener('pointerdown', function outside(event) {
    if (!box.isConnected) document.removeEventListener('pointerdown', outside);
    else if (!box.contains(/** @type {Node} */ (event.target))) set(false);
  });
}
