// A plan graph of any size, the same each time: communities of nodes on a grid, relations mostly inside them.
const kinds = ['Plan', 'Goal', 'Strategy', 'Measure', 'Challenge', 'GoalConflict', 'Sector', 'Place', 'Knowledge', 'Input'];
const types = ['PART_OF', 'ANCHORED_IN', 'STATES', 'SUBGOAL_OF', 'SUPPORTS', 'RESPONDS_TO', 'AFFECTS', 'OWNED_BY', 'BASED_ON'];
const words = ['Kommunedelplan', 'for', 'klima', 'og', 'naturmangfold', 'i', 'Sandvika', 'strategi', '2030', 'boligpolitisk', 'handlingsplan', 'Fornebu'];

/** @param {number} seed */
function dice(seed) {
  return () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 4294967296;
  };
}

/** @param {number} count @param {number} relationCount */
export function randomSheet(count, relationCount) {
  const random = dice(count);
  const pick = (from) => from[Math.floor(random() * from.length)];
  const columns = Math.ceil(Math.sqrt(count * 0.75));
  const nodes = Array.from({ length: count }, (_, i) => ({
    id: `plan/n-${i}`, kind: pick(kinds), title: Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(words)).join(' '), degree: [], standing: random() < 0.1 ? 'former' : 'current',
  }));
  const places = Object.fromEntries(nodes.map(({ id }, i) => [id, { x: (i % columns) * 190 + random() * 40, y: Math.floor(i / columns) * 150 + random() * 30 }]));
  const relations = Array.from({ length: relationCount }, (_, i) => {
    const from = Math.floor(random() * count);
    const near = from + pick([1, -1, columns, -columns, columns + 1, 2]) * (random() < 0.9 ? 1 : 5);
    const type = pick(types);
    return { key: `r${i}`, type, from: nodes[from].id, to: nodes[(near + count) % count].id, basis: pick(['stated', 'judged']), ...(type === 'AFFECTS' ? { score: pick([-3, -1, 2]) } : {}) };
  });
  return { nodes, relations, places, more: new Map(nodes.map(({ id }) => [id, Math.floor(random() * 20)])) };
}
