/**
 * Colour tokens as a canvas needs them: what they come to in the theme that is shown now, as `rgb(…)`.
 * @template {string} Name
 * @param {readonly Name[]} names such as `--pg-kind-plan` @param {'light' | 'dark'} [scheme] another theme than the one that is shown @returns {Record<Name, string>}
 */
export function themeColors(names, scheme) {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  if (scheme) probe.style.colorScheme = scheme;
  document.body.append(probe);
  const entries = names.map((name) => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(entries);
}
