/** The overview of a folder, with the engine in it: a part of the one page that starts when the first folder comes. */
import { filesChosen, filesOf, foldersIn, FolderOverview } from "../many/overview";

declare global {
  interface Window {
    kenzanMany?: typeof many;
  }
}

const many = { filesChosen, filesOf, foldersIn, FolderOverview };
export type Many = typeof many;
window.kenzanMany = many;
