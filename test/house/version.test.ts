/** What is printed names the edition that was released. */
import { VERSION } from "../../src/views/version";
import { version } from "../../package.json";

test("the edition at the foot of printed pages is the package's", () => expect(VERSION).toBe(version));
