/** Written by `node scripts/scheme-docs.mjs` from the files of this folder. */
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

export const files: readonly unknown[] = [
  dxTax2023,
  faisDx2022,
  faisDx2024,
  faisDx2025,
  faisHagukumi2025,
  faisKyoso2024,
  faisRobot2022,
  faisRobot2024,
  it2022,
  it2023,
  jizokuka2022,
  monodukuri10,
  monodukuri2023,
  saikouchiku6,
  sentanSetsubi2022,
];
