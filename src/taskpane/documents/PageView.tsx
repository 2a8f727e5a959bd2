import { Button } from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { PaperPlace } from "../../core/documents/page/paper";
import type { PagePicture } from "../../pdf/draw";
import { useDocuments } from "./use";

interface Props {
  readonly file: string;
  /** Shown first, from 1. */
  readonly page: number;
  /** What is framed, in points of the page. */
  readonly frames: readonly PaperPlace[];
  /** Framed thinly beside these. */
  readonly quiet?: readonly PaperPlace[];
}

/** Twice what a narrow pane shows, so that small print can be read when it is enlarged. */
const WIDTH = 1_100;
/** Room around a frame, points. */
const ROOM = 3;

/** A page of a PDF, or a picture, as it is; what was read of it framed. */
export function PageView({ file, page, frames, quiet = [] }: Props) {
  const { papers, state, say } = useDocuments();
  const [asked, setAsked] = useState(page);
  /** What is said of a page is said of the one that is seen, which is not yet the one that was asked for last. */
  const [seen, setSeen] = useState<{ readonly page: number; readonly drawn: PagePicture | null } | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const source = state.files.get(file);

  useEffect(() => {
    let wanted = true;
    void pictureOf(source, () => papers.draw(file, asked, WIDTH)).then((drawn) => {
      if (wanted) setSeen({ page: asked, drawn });
    });
    return () => {
      wanted = false;
    };
  }, [papers, source, file, asked]);

  const drawn = seen?.drawn ?? null;
  // With the frames, not after them.
  useLayoutEffect(() => {
    if (drawn === null || canvas.current === null) return;
    canvas.current.width = drawn.width;
    canvas.current.height = drawn.height;
    canvas.current.getContext("2d")?.putImageData(new ImageData(drawn.pixels, drawn.width, drawn.height), 0, 0);
  }, [drawn]);

  if (!isPicture(file) && !isPdf(file)) return null;
  if (source === undefined) return <p className="label">{say.gone}</p>;
  if (seen === null) return <p className="label">{say.drawing}</p>;
  if (drawn === null) return <p className="label">{say.noPicture}</p>;
  const here = [
    ...frames.map((frame) => ({ frame, looks: "paper-frame" })),
    ...quiet.map((frame) => ({ frame, looks: "paper-frame quiet" })),
  ].filter(({ frame }) => frame.page === seen.page);
  const share = (points: number, all: number): string => `${((points * drawn.scale) / all) * 100}%`;
  return (
    <figure className="paper">
      <div className="paper-page" tabIndex={0} role="img" aria-label={say.picture(file, seen.page)}>
        <div className="paper-sheet" style={{ aspectRatio: `${drawn.width} / ${drawn.height}` }}>
          <canvas ref={canvas} />
          {here.map(({ frame: { x0, y0, x1, y1 }, looks }, at) => (
            <i
              key={at}
              className={looks}
              ref={at === 0 ? intoView : undefined}
              style={{
                left: share(x0 - ROOM, drawn.width),
                top: share(y0 - ROOM, drawn.height),
                width: share(x1 - x0 + 2 * ROOM, drawn.width),
                height: share(y1 - y0 + 2 * ROOM, drawn.height),
              }}
            />
          ))}
        </div>
      </div>
      {drawn.pages > 1 && (
        <figcaption className="buttons">
          <Button size="small" disabled={asked === 1} aria-label={say.before} onClick={() => setAsked(asked - 1)}>
            ‹
          </Button>
          <span className="label">{say.page(seen.page, drawn.pages)}</span>
          <Button
            size="small"
            disabled={asked >= drawn.pages}
            aria-label={say.after}
            onClick={() => setAsked(asked + 1)}
          >
            ›
          </Button>
        </figcaption>
      )}
    </figure>
  );
}

const isPdf = (name: string): boolean => /\.pdf$/i.test(name);
const isPicture = (name: string): boolean => /\.(?:jpe?g|png|gif|bmp)$/i.test(name);

/** Scrolls the page inside its own box, never the pane. */
function intoView(frame: HTMLElement | null): void {
  const box = frame?.closest(".paper-page");
  if (frame === null || box === null || box === undefined) return;
  box.scrollTop = frame.offsetTop - box.clientHeight / 3;
}

/** Pictures by the browser itself, PDFs by the engine. */
async function pictureOf(file: File | undefined, draw: () => Promise<PagePicture | null>): Promise<PagePicture | null> {
  if (file === undefined) return null;
  if (!isPicture(file.name)) return isPdf(file.name) ? draw() : null;
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: "high" });
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data;
    return pixels === undefined ? null : { width, height, scale: 1, pixels, pages: 1 };
  } catch {
    return null;
  }
}
