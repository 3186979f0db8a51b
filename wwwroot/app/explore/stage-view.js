// The sheet with the picture on it: canvas, zoom buttons, legend, node menu, and the keyboard's way in.
import { el } from '../dom.js';
import { t } from '../texts.js';
import { hiddenCounts } from './expansion.js';
import { emphasised } from './filters.js';
import { createGraphKeys } from './graph-keys.js';
import { arrangementOf, createGraphView } from './graph-view.js';
import { boxOf } from './labels.js';
import { createLegend } from './legend-view.js';
import { createNodeMenu } from './node-menu.js';
import { tool } from './toolbar-view.js';
import { lineWord } from './words.js';

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions @param {{ details: () => void, search: () => void }} ways */
export function createStage(session, actions, ways) {
  /** @type {import('./export-view.js').GraphView | undefined} */
  let picture;
  /** @type {Promise<unknown> | undefined} */
  let loading;
  const canvas = el('div', { class: 'explore-canvas__picture' });
  const hint = el('p', { class: 'explore-canvas__hint', hidden: true }, t('explore.zoom.hint'));
  const keys = createGraphKeys(session, actions, {
    zoomBy: (factor) => picture?.zoomBy(factor), fit: () => picture?.fit(), reveal: (id) => picture?.reveal(id),
    menu: (id) => menu.open(id, picture?.positionOf(id) ?? { x: 0, y: 0 }), ...ways,
  });
  const surface = el('div', {
    class: 'explore-canvas__surface', tabindex: '0', role: 'application', 'aria-label': t('explore.canvas'), 'aria-describedby': 'explore-summary explore-keys',
    on: { keydown: keys.onKey, focus: onFocus, blur: keys.onBlur, contextmenu: (event) => event.preventDefault() },
  }, canvas);
  const zoom = el('div', { class: 'explore-zoom', role: 'group', 'aria-label': t('explore.zoom') },
    tool('plus', t('explore.zoom.in'), () => picture?.zoomBy(1.3), true), tool('minus', t('explore.zoom.out'), () => picture?.zoomBy(1 / 1.3), true), tool('fit', t('explore.zoom.fit'), () => picture?.fit(), true));
  const legend = createLegend(session);
  const nothing = el('p', { class: 'explore-canvas__nothing', hidden: true }, t('explore.filter.everything'));
  const element = el('div', { class: 'explore-canvas', role: 'group', 'aria-label': t('explore.canvas.group') });
  const menu = createNodeMenu(session, actions, element);
  element.append(surface, keys.help, keys.speech, nothing, hint, legend.element, zoom, menu.element);
  canvas.addEventListener('wheel', onWheel, { capture: true, passive: false });

  session.middle = () => picture?.middle() ?? { x: 0, y: 0 };
  session.arrangement = (layout) => arrangementOf(layout, {
    nodes: Object.entries(session.view.nodes).map(([id, { x, y }]) => ({ id, x, y, box: boxOf(session.graph.nodes.get(id) ?? { title: id }) })),
    relations: [...session.graph.relations.values()].filter(({ from, to }) => session.view.nodes[from] && session.view.nodes[to]),
  });

  function onFocus() {
    if (surface.matches(':focus-visible')) keys.onFocus();
  }

  /** The wheel zooms; where the page itself can scroll, only together with Ctrl. @param {WheelEvent} event */
  function onWheel(event) {
    event.stopPropagation();
    const scrolls = document.documentElement.scrollHeight > innerHeight + 4;
    hint.hidden = !scrolls || event.ctrlKey || event.metaKey;
    if (scrolls && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const room = canvas.getBoundingClientRect();
    picture?.zoomAt(Math.exp(-Math.max(-60, Math.min(60, event.deltaY * (event.deltaMode === 1 ? 16 : 1))) / 260), { x: event.clientX - room.left, y: event.clientY - room.top });
  }

  function update() {
    const { view, drawn, screen } = session;
    element.hidden = view.panes === 'table' || session.isEmpty;
    legend.update();
    nothing.hidden = drawn.nodes.length > 0;
    if (element.hidden) return;
    if (!picture) return void load();
    const route = view.path && screen.routes ? screen.routes.list[screen.routes.chosen] : undefined;
    picture.update({
      nodes: drawn.nodes, relations: drawn.relations, places: view.nodes, more: hiddenCounts(view, session.graph), selection: view.selection,
      standOut: emphasised(view, drawn, route && new Set(route.nodes.map((node) => node.id))), route: route && new Set(route.relations.map((relation) => relation.key)),
      keyboard: screen.keyboard, nameOf: lineWord,
    });
  }

  function load() {
    loading ??= createGraphView(canvas, {
      onSelect: (id, more) => { menu.close(); actions.select(id, { more }); },
      onOpen: (id) => actions.expand(id), onRelation: actions.openRelation, onMenu: menu.open, onMove: actions.move,
    }, legend.width).then((view) => {
      picture = view;
      if (session.context.signal.aborted) return view.destroy();
      document.addEventListener('pg:theme', view.repaint, { signal: session.context.signal });
      new ResizeObserver(() => view.resize()).observe(canvas);
      session.context.signal.addEventListener('abort', () => view.destroy());
      update();
    });
    loading.catch((error) => {
      console.error(error);
      session.context.toast(t('explore.canvas.failed'), { color: 'danger' });
      actions.panes('table');
    });
  }

  return { element, update, picture: () => picture, focus: () => surface.focus() };
}
