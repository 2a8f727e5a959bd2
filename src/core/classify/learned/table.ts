/** Weights of letter sequences, as they are stored and looked up: small integers, since sums of them are all that is asked for. */
import type { Gathered } from "./features";
import { unpacked } from "./packed";

/** As stored: `rows` packed, weights in steps of log-odds. */
export interface Stored {
  readonly rows: string;
  readonly step: number;
}

/** Four outputs share one integer, so that they are added up at once. */
const LANES = 4;
/** A lane holds a sum of -128 to 127; the weights that are shipped are 7 steps at most. */
const LANE_LIMIT = 127;

const KNOWN_BITS = 17;
const KNOWN_MASK = (1 << KNOWN_BITS) - 1;

/** As they are looked up. */
export interface Weights {
  /** Feature and row in turn, by hash; -1 where there is none. */
  readonly slots: Int32Array;
  /** A bit for the lower part of each feature, always at hand: most features that are not known end here. */
  readonly bits: Int32Array;
  /** By row, four outputs an integer. */
  readonly weights: Int32Array;
  readonly outputs: number;
  /** So many weights can be added up before a lane could run over. */
  readonly mostAtOnce: number;
  readonly step: number;
}

export function weightsOf({ rows: packed, step }: Stored, outputs: number): Weights {
  const rowLength = Math.ceil(outputs / LANES);
  const { features: known, weights } = unpacked(packed, outputs);
  let size = 1024;
  while (size < known.length * 3) size *= 2;
  const slots = new Int32Array(size * 2).fill(-1);
  const bits = new Int32Array(1 << (KNOWN_BITS - 5));
  known.forEach((one, row) => {
    const slot = slotOf(one, slots);
    slots[slot] = one;
    slots[slot + 1] = row * rowLength;
    const bit = one & KNOWN_MASK;
    bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
  });
  const rows = new Int32Array(known.length * rowLength);
  let heaviest = 1;
  for (let row = 0, from = 0; row < known.length; row++)
    for (let output = 0; output < outputs; output++) {
      const weight = weights[from++] as number;
      const at = row * rowLength + ((output / LANES) | 0);
      rows[at] = ((rows[at] as number) + (weight << ((output % LANES) * 8))) | 0;
      heaviest = Math.max(heaviest, Math.abs(weight));
    }
  return { slots, bits, weights: rows, outputs, mostAtOnce: Math.max(1, Math.floor(LANE_LIMIT / heaviest)), step };
}

/** Where a feature stands, or where it would. */
function slotOf(feature: number, slots: Int32Array): number {
  const last = slots.length - 2;
  let slot = (feature * 2) & last;
  while (slots[slot] !== feature && slots[slot] !== -1) slot = (slot + 2) & last;
  return slot;
}

export class Table {
  // Kept, since thousands of lines ask one after the other.
  private rows = new Int32Array(256);

  constructor(private readonly table: Weights) {}

  /** Log-odds, output by output, of what so many features add up to. */
  scale(sums: Int32Array, features: number, to: Float64Array): void {
    const scale = this.table.step / Math.sqrt(Math.max(1, features));
    for (let output = 0; output < to.length; output++) to[output] = (sums[output] as number) * scale;
  }

  addTo(sums: Int32Array, features: Gathered): void {
    const count = this.findRows(features);
    const { rows } = this;
    const { weights, mostAtOnce, outputs } = this.table;
    for (let from = 0; from < count; from += mostAtOnce) {
      const to = Math.min(from + mostAtOnce, count);
      for (let at = 0; at * LANES < outputs; at++) {
        let lanes = 0;
        for (let i = from; i < to; i++) lanes = (lanes + (weights[(rows[i] as number) + at] as number)) | 0;
        for (let output = at * LANES; output < Math.min((at + 1) * LANES, outputs); output++) {
          const sum = (lanes << 24) >> 24;
          sums[output] = (sums[output] as number) + sum;
          lanes = (lanes - sum) >> 8;
        }
      }
    }
  }

  /** Puts the rows of the features that are known into `rows`. @returns how many there are */
  private findRows({ list, count }: Gathered): number {
    const { slots, bits } = this.table;
    if (this.rows.length < count) this.rows = new Int32Array(count * 2);
    let found = 0;
    for (let i = 0; i < count; i++) {
      const feature = list[i] as number;
      const bit = feature & KNOWN_MASK;
      if ((((bits[bit >> 5] as number) >> (bit & 31)) & 1) === 0) continue;
      const slot = slotOf(feature, slots);
      if (slots[slot] !== -1) this.rows[found++] = slots[slot + 1] as number;
    }
    return found;
  }
}
