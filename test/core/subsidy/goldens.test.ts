import { amountOf, calculate, frameOf } from "./calculate";
import { computeSubsidy } from "../../../src/core/subsidy/subsidy";

const dx = "fais-dx-2025";

describe("the DX subsidy of 2025", () => {
  test.each([
    ["planning", "sme", 2_999_999, 1_999_999, 1_999_000],
    ["planning", "sme", 3_000_000, 2_000_000, 2_000_000],
    ["planning", "sme", 4_200_000, 2_800_000, 2_000_000],
    ["transformation", "non-sme", 5_001_999, 2_500_999, 2_500_000],
    ["transformation", "sme", 7_500_000, 5_000_000, 5_000_000],
  ] as const)("%s, %s, cost %i: %i before the cap, %i paid", (frame, applicant, cost, beforeCap, amount) => {
    const { subsidy } = calculate(`${dx}/${frame}`, applicant, cost);
    expect(subsidy).toMatchObject({ beforeCap, amount, missing: [], rate: applicant === "sme" ? "2/3" : "1/2" });
  });

  test("a consortium rounds once, over all members", () => {
    const result = computeSubsidy({
      ...frameOf(`${dx}/transformation`),
      members: [
        { name: "製作所", class: "sme" },
        { name: "大学", class: "non-sme" },
      ],
      costs: [
        { member: 0, middle: "外注費", minor: null, yen: 3_000_001 },
        { member: 1, middle: "外注費", minor: null, yen: 2_000_001 },
      ],
      employees: null,
      corporateMembers: null,
      deficit: false,
      rate: null,
      income: 0,
      waived: [],
      requested: 3_100_000,
    });
    expect(result.subsidy).toMatchObject({
      rate: null,
      cap: 5_000_000,
      beforeCap: 3_000_001,
      amount: 3_000_000,
      requested: 3_100_000,
    });
    expect(result.members).toEqual([
      { name: "製作所", class: "sme", rate: "2/3", allowed: 3_000_001 },
      { name: "大学", class: "non-sme", rate: "1/2", allowed: 2_000_001 },
    ]);
  });

  test.each([
    [200_000, "ok", 200_000, 1_200_000],
    [230_000, "warning", 200_000, 1_200_000],
    [250_000, "warning", 200_000, 1_200_000],
    [250_001, "error", 200_000, 1_200_000],
    [260_000, "error", 200_000, 1_200_000],
  ])("travel %i beside 1,000,000 of other cost: %s, %i allowed", (travel, status, allowed, total) => {
    const result = calculate(`${dx}/planning`, "sme", { 外注費: 1_000_000, 旅費: travel });
    expect(result.ratios).toMatchObject([
      { id: "travel", amount: travel, base: 1_000_000, limit: "1/5", allowed, status },
    ]);
    expect(result.allowed).toBe(total);
  });

  test("a limit may be on several items together, each whole", () => {
    const { scheme } = frameOf(`${dx}/planning`);
    const wide = { ...scheme, ratios: scheme.ratios.map((limit) => ({ ...limit, middles: ["旅費", "外注費"] })) };
    const costs = { 諸経費: 1_000_000, "旅費:国内": 150_000, 外注費: 100_000 };
    const result = calculate(`${dx}/planning`, "sme", costs, { scheme: wide } as never);
    expect(result.ratios).toMatchObject([{ amount: 250_000, base: 1_000_000, allowed: 200_000 }]);
  });

  test("the foundation's agreement lets all travel count", () => {
    const result = calculate(
      `${dx}/planning`,
      "sme",
      { 外注費: 1_000_000, 旅費: 260_000 },
      { waived: ["ratio/travel"] },
    );
    expect(result.ratios[0]).toMatchObject({ status: "waived", allowed: 260_000 });
    expect(result.allowed).toBe(1_260_000);
  });
});

describe("co-creation grants: the whole cost less income, equipment at most half of the grant", () => {
  const kyoso = "fais-kyoso-2024/practice";
  const equipment = "需用費:備品費";

  test.each([
    [{ 報償費: 100_000, [equipment]: 180_000 }, 0, 100_000, "error", 200_000],
    [{ 報償費: 250_000, [equipment]: 120_000 }, 0, 120_000, "ok", 300_000],
    [{ 報償費: 140_000, [equipment]: 160_000 }, 0, 140_000, "error", 280_000],
    [{ 報償費: 320_000 }, 60_000, 0, "ok", 260_000],
    [{ 報償費: 50_000, [equipment]: 300_000 }, 90_000, 0, "error", 0],
    [{ 報償費: 166_520, [equipment]: 160_000 }, 40_000, 126_520, "error", 253_040],
  ] as [Record<string, number>, number, number, string, number][])(
    "%j less income %i: equipment %i (%s), grant %i",
    (costs, income, allowed, status, grant) => {
      const result = calculate(kyoso, "sme", costs, { income });
      expect(result.ratios).toMatchObject([{ id: "equipment", limit: "1/2", allowed, status, base: grant }]);
      expect(result.subsidy).toMatchObject({ rate: "1/1", cap: 300_000, amount: grant });
      expect(result.subsidy.income).toBe(Math.min(income, result.allowed));
      const spent = Object.values(costs).reduce((sum, yen) => sum + yen, 0);
      expect(result.allowed).toBe(spent - (costs[equipment] ?? 0) + allowed);
    },
  );

  test("income that the scheme does not deduct leaves the limit as it is", () => {
    const { scheme, frame } = frameOf(kyoso);
    const at = (income: number) =>
      calculate(kyoso, "sme", { 報償費: 100_000, [equipment]: 180_000 }, {
        income,
        scheme: { ...scheme, incomeDeducted: undefined },
        frame,
      } as never);
    expect(at(60_000)).toEqual(at(0));
  });

  test("the call of 2025 states no limit on equipment", () => {
    const result = calculate("fais-hagukumi-2025/practice", "sme", { 報償費: 20_000, [equipment]: 180_000 });
    expect(result.ratios).toEqual([]);
    expect(result.subsidy.amount).toBe(200_000);
  });
});

describe("saikouchiku-6: bands and marginal tiers", () => {
  test.each([
    ["regular", "sme", 120, 100_000_000, 65_000_000],
    ["regular", "mid-sized", 120, 90_000_000, 43_333_333],
    ["regular", "sme", 20, 90_000_000, 20_000_000],
    ["regular", "sme", 21, 90_000_000, 40_000_000],
    ["regular", "sme", 50, 90_000_000, 40_000_000],
    ["regular", "sme", 51, 120_000_000, 60_000_000],
    ["regular", "sme", 101, 200_000_000, 80_000_000],
    ["wage-increase", "sme", 5, 200_000_000, 100_000_000],
    ["minimum-wage", "sme", 5, 20_000_000, 5_000_000],
    ["minimum-wage", "mid-sized", 6, 12_000_000, 8_000_000],
    ["recovery", "sme", 21, 40_000_000, 15_000_000],
    ["green-growth", "sme", null, 400_000_000, 100_000_000],
    ["green-growth", "mid-sized", null, 400_000_000, 133_333_333],
    ["green-growth", "mid-sized", null, 600_000_000, 150_000_000],
  ] as const)("%s, %s, %s employees, cost %i: %i", (frame, applicant, employees, cost, amount) => {
    expect(amountOf(`saikouchiku-6/${frame}`, applicant, cost, { employees })).toBe(amount);
  });

  test("one rate is shown until the second begins", () => {
    const at = (cost: number) => calculate("saikouchiku-6/regular", "sme", cost, { employees: 120 }).subsidy.rate;
    expect([at(90_000_000), at(90_000_001)]).toEqual(["2/3", null]);
  });

  test("both rates are told of whoever has two", () => {
    const ratesOf = (applicant: "sme" | "mid-sized") =>
      calculate("saikouchiku-6/regular", applicant, 1_000_000, { employees: 5 }).members.map(({ rate }) => rate);
    expect([ratesOf("sme"), ratesOf("mid-sized")]).toEqual([["2/3→1/2"], ["1/2→1/3"]]);
  });

  test("without the number of employees no figure is guessed", () => {
    expect(calculate("saikouchiku-6/regular", "sme", 3_000_000).subsidy).toMatchObject({
      cap: null,
      amount: null,
      beforeCap: 2_000_000,
      missing: ["employees"],
    });
  });

  test("a class the frame does not know gets no figure", () => {
    expect(calculate("saikouchiku-6/regular", "large", 3_000_000, { employees: 3 }).subsidy).toMatchObject({
      rate: null,
      amount: null,
      missing: ["applicant"],
    });
  });
});

describe("monodukuri", () => {
  test.each([
    ["monodukuri-10/regular", "small", 5, 12_000_000, 7_500_000],
    ["monodukuri-10/regular", "rehabilitating", 20, 12_000_000, 8_000_000],
    ["monodukuri-10/regular", "sme", 21, 30_000_000, 12_500_000],
    ["monodukuri-10/green", "sme", 6, 30_000_000, 15_000_000],
    ["monodukuri-10/global", "small", null, 30_000_000, 20_000_000],
    ["monodukuri-10/global", "rehabilitating", null, 30_000_000, 15_000_000],
    ["monodukuri-2023/digital", "sme", 5, 3_000_000, 2_000_000],
    ["monodukuri-2023/green-advance", "sme", 21, 90_000_000, 40_000_000],
  ] as const)("%s, %s, %s employees, cost %i: %i", (frame, applicant, employees, cost, amount) => {
    expect(amountOf(frame, applicant, cost, { employees })).toBe(amount);
  });

  test("below the lower limit nothing is paid, and it is said", () => {
    const result = calculate("monodukuri-10/regular", "small", 1_200_000, { employees: 5 });
    expect(result.subsidy).toMatchObject({ amount: 0, floor: 1_000_000, beforeCap: 800_000 });
    expect(amountOf("monodukuri-10/regular", "small", 1_500_000, { employees: 5 })).toBe(1_000_000);
  });

  test("a band the document leaves out gives a figure only where it cannot matter", () => {
    const at = (cost: number) => calculate("monodukuri-2023/green-entry", "sme", cost, { employees: 10 }).subsidy;
    expect(at(11_250_000)).toMatchObject({ amount: 7_500_000, cap: null, missing: ["cap"] });
    expect(at(11_250_002)).toMatchObject({ amount: null, cap: null, missing: ["cap"] });
    expect(calculate("monodukuri-2023/green-entry", "large", 11_250_000, { employees: 10 }).subsidy).toMatchObject({
      amount: null,
      beforeCap: null,
      missing: ["applicant", "cap"],
    });
  });
});

describe("jizokuka, IT", () => {
  test.each([
    ["jizokuka-2022/wage", true, 2_500_000, 1_875_000],
    ["jizokuka-2022/wage", false, 2_400_000, 1_600_000],
    ["jizokuka-2022/startup", true, 2_400_000, 1_600_000],
    ["jizokuka-2022/regular", false, 900_000, 500_000],
    ["it-2023/regular-a", false, 3_100_000, 1_499_999],
    ["it-2023/regular-a", false, 99_999, 0],
    ["it-2023/regular-a", false, 100_000, 50_000],
    ["it-2022/regular-a", false, 599_999, 0],
    ["it-2023/regular-b", false, 2_900_000, 0],
    ["it-2023/regular-b", false, 3_000_000, 1_500_000],
    ["it-2023/security", false, 9_000_000, 1_000_000],
    ["it-2023/invoice-commerce", false, 9_000_000, 3_500_000],
  ] as const)("%s, deficit %s, cost %i: %i", (frame, deficit, cost, amount) => {
    expect(amountOf(frame, "sme", cost, { deficit })).toBe(amount);
  });

  test("a large business has its own rate where the document gives one", () => {
    expect(amountOf("it-2023/invoice-commerce", "large", 3_000_001)).toBe(1_500_000);
  });

  const tools = {
    ソフトウェア購入費: 700_000,
    クラウド利用費: 300_000,
    "ハードウェア購入費:PC等": 180_000,
    "ハードウェア購入費:レジ等": 500_000,
  };

  test("parts have their own rates and caps, rounded once together", () => {
    const { subsidy } = calculate("it-2022/digital-base", "sme", tools);
    expect(subsidy).toMatchObject({ rate: null, amount: 1_012_222, cap: 3_800_000, missing: [] });
    expect(subsidy.parts).toEqual([
      { id: "it-tools", cost: 1_000_000, cap: 3_500_000, amount: 722_222 },
      { id: "pc", cost: 180_000, cap: 100_000, amount: 90_000 },
      { id: "registers", cost: 500_000, cap: 200_000, amount: 200_000 },
    ]);
  });

  test("the other cost of several businesses is capped per member", () => {
    const costs = { ...tools, "事務費・専門家費等": 9_000_000 };
    expect(amountOf("it-2022/joint", "sme", costs, { corporateMembers: 3 })).toBe(1_012_222 + 1_500_000);
    expect(calculate("it-2022/joint", "sme", costs).subsidy).toMatchObject({
      amount: null,
      missing: ["corporateMembers"],
    });
  });

  test("in 2023 tools and other cost share one limit, office cost has its own", () => {
    const costs = { ソフトウェア購入費: 9_000_000, その他の経費: 90_000_000, "事務費・専門家費": 9_000_000 };
    expect(amountOf("it-2023/joint", "sme", costs, { corporateMembers: 60 })).toBe(30_000_000 + 2_000_000);
    expect(amountOf("it-2023/joint", "sme", costs, { corporateMembers: 10 })).toBe(3_500_000 + 5_000_000 + 2_000_000);
    const capOf = (corporateMembers: number) =>
      calculate("it-2023/joint", "sme", costs, { corporateMembers }).subsidy.cap;
    const alone = capOf(0)!; // what is not counted by members
    expect([capOf(10), capOf(60), capOf(600)]).toEqual([alone + 5_000_000, 32_000_000, 32_000_000]);
  });
});

describe("where the document states no rate", () => {
  test("the user's rate counts, and without one nothing is guessed", () => {
    expect(calculate("fais-dx-2024/planning", "sme", 1_000_001).subsidy).toMatchObject({
      rate: null,
      amount: null,
      beforeCap: null,
      cap: 2_000_000,
      missing: ["rate"],
    });
    expect(calculate("fais-dx-2024/planning", "sme", 1_000_001, { rate: "2/3" }).subsidy).toMatchObject({
      rate: "2/3",
      amount: 666_667,
      missing: [],
    });
  });

  test("a user's rate never replaces the document's", () => {
    expect(amountOf("fais-dx-2022/model", "sme", 900_000, { rate: "1/1" })).toBe(600_000);
  });
});

test.each([
  ["fais-dx-2022/digitalisation", 2_000_000, 800_000],
  ["fais-dx-2022/model-training", 1_000_000, 666_666],
  ["fais-robot-2022/feasibility", 9_000_000, 2_000_000],
  ["fais-robot-2022/introduction", 3_000_001, 1_500_000],
])("%s, cost %i: %i", (frame, cost, amount) => {
  expect(amountOf(frame, "sme", cost)).toBe(amount);
});

describe("what cannot be computed is refused", () => {
  const OTHER = { member: 1, middle: "消耗品費", minor: null, yen: 1 };
  const OWN = { ...OTHER, member: 0 };

  test("nobody applies", () =>
    expect(() => calculate("fais-dx-2025/planning", "sme", 1, { members: [] } as never)).toThrow(
      new RangeError("an applicant is at least one member"),
    ));

  test.each([[[OTHER]], [[OWN, OTHER]]])("a cost of somebody else: %j", (costs) =>
    expect(() => calculate("fais-dx-2025/planning", "sme", 1, { costs } as never)).toThrow(
      new RangeError("a cost belongs to no member"),
    ),
  );
});
