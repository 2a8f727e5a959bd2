/** The columns of the letter's sheet. */

export const WIDTHS = [5, 7, 30, 44, 34, 36, 34] as const;
/** Of what is wrong. */
export const POINTS_WIDTH = WIDTHS[3];
