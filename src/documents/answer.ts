/** What a worker that reads documents does with a request, wherever it runs. */
import { drawPage } from "../pdf/draw";
import { readFile, type Means } from "./read-file";
import type { Reply, Request } from "./reader";

/** Never rejects. */
export async function answer(request: Request, means: Means): Promise<Reply> {
  try {
    if ("page" in request) return { picture: drawPage(await means.pdf(), request.bytes, request.page, request.width) };
    return { documents: await readFile(request.name, request.bytes, means) };
  } catch (error) {
    return { broken: String(error) };
  }
}
