import type { BookChart, BookSheet } from "../book";
import { bounding } from "../addresses";
import { invalidArgument } from "../errors";
import { HostObject } from "../protocol";
import { Bag } from "./bag";
import { Collection } from "./collection";
import type { Range } from "./range";
import { guardOf, rangeFrom } from "./range";

export class Charts extends Collection<ChartObject> {
  constructor(private readonly sheet: BookSheet) {
    super(
      "ChartCollection",
      () => sheet.charts.map((chart) => new ChartObject(sheet, chart)),
      (chart) => chart.property("Name") as string,
    );
  }

  get Count(): number {
    return this.items().length;
  }

  Add(type: string, source: unknown): ChartObject {
    guardOf(this.sheet, "AllowEditObjects")("ChartCollection.add");
    const range = rangeFrom(source, this.sheet, this.sheet.book.sheets);
    const id = this.sheet.book.newId("chart");
    const { left, right } = range.area;
    const columns = (from: number, to: number): Range["area"] => ({ ...range.area, left: from, right: to });
    const series =
      right > left
        ? Array.from({ length: right - left }, (_, index) => ({
            name: `系列${index + 1}`,
            values: columns(left + 1 + index, left + 1 + index),
            categories: columns(left, left),
          }))
        : [{ name: "系列1", values: range.area, categories: null }];
    const name = `グラフ ${this.sheet.charts.length + 1}`;
    const shown = { sheet: range.sheet.name, area: range.area };
    const chart: BookChart = { id, name, type, source: shown, place: null, series, properties: {} };
    this.sheet.charts.push(chart);
    this.sheet.book.tell("charts", this.sheet, null);
    return new ChartObject(this.sheet, chart);
  }
}

const PARTS: Readonly<Record<string, string>> = {
  Title: "ChartTitle",
  "Title/Format": "ChartTitleFormat",
  "Title/Format/Font": "ChartFont",
  Legend: "ChartLegend",
  DataLabels: "ChartDataLabels",
  Axes: "ChartAxes",
  "Axes/ValueAxis": "ChartAxis",
  "Axes/CategoryAxis": "ChartAxis",
  Format: "ChartAreaFormat",
};

class ChartObject extends HostObject {
  readonly type = "Chart";

  constructor(
    private readonly sheet: BookSheet,
    private readonly chart: BookChart,
  ) {
    super();
  }

  override get id(): string {
    return this.chart.id;
  }
  override property(name: string): unknown {
    if (name === "Id") return this.chart.id;
    if (name === "Name") return this.chart.name;
    if (name === "ChartType") return this.chart.type;
    if (name === "Series")
      return new Collection("ChartSeriesCollection", () =>
        this.chart.series.map((_, index) => new Series(this.sheet, this.chart, index)),
      );
    const bag = new Bag("Chart", this.chart.properties, PARTS, "", () => this.changed());
    return bag.property(name);
  }
  override setProperty(name: string, value: unknown): void {
    if (name === "Name") this.chart.name = String(value);
    else if (name === "ChartType") this.chart.type = String(value);
    else this.chart.properties[name] = value;
    this.changed();
  }
  SetData(source: unknown): void {
    const range = rangeFrom(source, this.sheet, this.sheet.book.sheets);
    this.chart.source = { sheet: range.sheet.name, area: range.area };
    this.changed();
  }
  SetPosition(first: unknown, last: unknown): void {
    const start = rangeFrom(first, this.sheet, this.sheet.book.sheets).area;
    const end = last == null ? start : rangeFrom(last, this.sheet, this.sheet.book.sheets).area;
    this.chart.place = bounding(start, end);
    this.changed();
  }
  Delete(): void {
    this.sheet.charts = this.sheet.charts.filter((other) => other !== this.chart);
    this.changed();
  }

  private changed(): void {
    this.sheet.book.tell("charts", this.sheet, null);
  }
}

class Series extends HostObject {
  readonly type = "ChartSeries";

  constructor(
    private readonly sheet: BookSheet,
    private readonly chart: BookChart,
    private readonly index: number,
  ) {
    super();
  }

  override property(name: string): unknown {
    if (name === "Name") return this.own.name;
    if (name === "Format" || name === "DataLabels") {
      const path = `Series/${this.index}/${name}`;
      return new Bag(`ChartSeries${name}`, this.chart.properties, { [`${path}/Fill`]: "ChartFill" }, `${path}/`);
    }
    return this.chart.properties[`Series/${this.index}/${name}`] ?? null;
  }
  override setProperty(name: string, value: unknown): void {
    if (name === "Name") this.own.name = String(value);
    else this.chart.properties[`Series/${this.index}/${name}`] = value;
  }
  SetValues(source: Range): void {
    this.own.values = rangeFrom(source, this.sheet, this.sheet.book.sheets).area;
  }
  SetXAxisValues(source: Range): void {
    this.own.categories = rangeFrom(source, this.sheet, this.sheet.book.sheets).area;
  }

  private get own(): BookChart["series"][number] {
    const series = this.chart.series[this.index];
    if (series === undefined) throw invalidArgument("ChartSeries");
    return series;
  }
}
