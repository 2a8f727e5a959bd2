/** The caps of a frame: what an applicant's is, and all it may be. */
import { capsOf, frameCap } from "../../../src/core/subsidy/limits";
import { APPLICANT_CLASSES } from "../../../src/core/scheme/terms";
import { schemes } from "../../../src/schemes";

const FRAMES = schemes.flatMap(({ id, frames }) => frames.map((frame) => [`${id} ${frame.id}`, frame] as const));

describe.each(FRAMES)("%s", (_, frame) => {
  const shown = capsOf(frame).flatMap(({ class: only, figure }) =>
    (typeof figure === "number" ? [figure] : figure.bands.map(({ yen }) => yen)).map((yen) => ({ only, yen })),
  );

  test("every cap that an applicant can have is among those that are shown, and the other way round", () => {
    const had = APPLICANT_CLASSES.flatMap((applicant) =>
      [null, 0, 1, 5, 6, 20, 21, 50, 51, 100, 101, 100_000].flatMap((employees) => {
        const cap = frameCap(frame, applicant, employees);
        return cap?.known === true ? [cap.yen] : [];
      }),
    );
    const yen = new Set(shown.flatMap((it) => it.yen ?? []));
    expect(new Set(had)).toEqual(yen);
  });

  test("a class is named where its caps are its own", () => {
    const isByClass = typeof frame.cap === "object" && frame.cap !== null && !("by" in frame.cap);
    const classes = new Set(shown.map(({ only }) => only));
    expect([...classes].every((only) => (only !== null) === isByClass)).toBe(true);
    if (isByClass) expect([...classes]).toEqual(Object.keys(frame.cap as object));
  });

  test("a frame without a cap of its own shows none", () => expect(capsOf({ cap: null })).toEqual([]));
});

test("a class that the frame does not take has no cap until the class is told", () => {
  const frame = { ...(schemes[0]?.frames[0] as (typeof FRAMES)[number][1]), cap: { "non-sme": 1_000_000 } };
  expect(frameCap(frame as never, "sme", null)).toEqual({ known: false, missing: "applicant", above: 0 });
  expect(capsOf(frame as never)).toEqual([{ class: "non-sme", figure: 1_000_000 }]);
});
