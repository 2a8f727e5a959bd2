/** Every grant edition Kenzan knows, validated when first loaded. A new edition is a new file and one line here. */
import { parseScheme } from "../core/scheme/loader";
import type { Scheme } from "../core/scheme/scheme";
import type { SmeTable } from "../core/scheme/sme";
import dxTax2023 from "./dx-tax-2023.json";
import faisDx2022 from "./fais-dx-2022.json";
import faisDx2024 from "./fais-dx-2024.json";
import faisDx2025 from "./fais-dx-2025.json";
import faisHagukumi2025 from "./fais-hagukumi-2025.json";
import faisKyoso2024 from "./fais-kyoso-2024.json";
import faisRobot2022 from "./fais-robot-2022.json";
import faisRobot2024 from "./fais-robot-2024.json";
import it2022 from "./it-2022.json";
import it2023 from "./it-2023.json";
import jizokuka2022 from "./jizokuka-2022.json";
import monodukuri10 from "./monodukuri-10.json";
import monodukuri2023 from "./monodukuri-2023.json";
import saikouchiku6 from "./saikouchiku-6.json";
import sentanSetsubi2022 from "./sentan-setsubi-2022.json";

/** The one used when nothing else is said comes first. */
export const schemes: readonly Scheme[] = [
  faisDx2025,
  faisHagukumi2025,
  faisKyoso2024,
  faisDx2024,
  faisRobot2024,
  faisDx2022,
  faisRobot2022,
  saikouchiku6,
  monodukuri10,
  monodukuri2023,
  jizokuka2022,
  it2022,
  it2023,
  sentanSetsubi2022,
  dxTax2023,
].map((json) => parseScheme(json));

export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);

/** The table by which the main scheme tells small and medium businesses from others. */
export const smeTable: SmeTable = schemes[0]?.sme ?? { clause: "", rows: [] };
