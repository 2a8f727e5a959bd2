import { pressEverything } from "./buttons";

test("after every button of the pane, in en, pane, marks, summary sheet and the text report of what is saved agree", () =>
  pressEverything("en"));
