// Which changes a lot of tests reaches: one bit for each, so that hundreds of lots times ten thousands of changes stay small.

/**
 * @param ids small whole numbers, as Stryker counts its changes
 * @returns base64, for a file
 */
export function setOf(ids) {
  const bits = Buffer.alloc((Math.max(0, ...ids) >> 3) + 1);
  for (const id of ids) bits[id >> 3] |= 1 << (id & 7);
  return bits.toString("base64");
}

export function holds(set, id) {
  const bits = Buffer.from(set, "base64");
  return ((bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
}
