/**
 * From a score to how often such answers were right, straight lines between the points that were measured.
 * @param scores 0–1, ascending, from 0 to 1
 * @param right 0–1, as many
 */
export function calibration(scores: readonly number[], right: readonly number[]): (score: number) => number {
  return (score) => {
    let above = 1;
    while (above < scores.length - 1 && (scores[above] as number) < score) above++;
    const low = scores[above - 1] as number;
    const lowRight = right[above - 1] as number;
    return lowRight + ((score - low) / ((scores[above] as number) - low)) * ((right[above] as number) - lowRight);
  };
}
