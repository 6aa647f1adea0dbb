// The parts of ECharts that the specs of gongkai/web/charts use (a test there compares), drawn as SVG: sharp in print.
import { BarChart, HeatmapChart, LineChart, PieChart } from "echarts/charts";
import {
  AriaComponent,
  CalendarComponent,
  GridComponent,
  LegendPlainComponent,
  TooltipComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { init, registerLocale, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import chinese from "echarts/lib/i18n/langZH.js";
import { SVGRenderer } from "echarts/renderers";

use([SVGRenderer, LabelLayout, BarChart, HeatmapChart, LineChart, PieChart]);
use([AriaComponent, CalendarComponent, GridComponent, LegendPlainComponent, TooltipComponent, VisualMapPiecewiseComponent]);
registerLocale("ZH", chinese);

/** A chart in `place`, in Chinese, as SVG, of the given size in px. */
export const chartIn = (place, width, height) => init(place, null, { renderer: "svg", locale: "ZH", width, height });
