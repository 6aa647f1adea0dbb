// The parts of ECharts that the specs of gongkai/web/charts use, drawn as SVG: sharp in print, no canvas.
import { BarChart, HeatmapChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  CalendarComponent,
  DatasetComponent,
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  VisualMapPiecewiseComponent,
} from "echarts/components";
import { init, registerLocale, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import chinese from "echarts/lib/i18n/langZH.js";
import { SVGRenderer } from "echarts/renderers";

use([
  SVGRenderer, LabelLayout,
  BarChart, HeatmapChart, LineChart, PieChart, ScatterChart,
  AriaComponent, CalendarComponent, DatasetComponent, GridComponent, LegendPlainComponent,
  MarkAreaComponent, MarkLineComponent, MarkPointComponent, TitleComponent, TooltipComponent,
  VisualMapContinuousComponent, VisualMapPiecewiseComponent,
]);
registerLocale("ZH", chinese);

/** A chart in `place`, in Chinese, as SVG, of the given size in px. */
export const chartIn = (place, width, height) => init(place, null, { renderer: "svg", locale: "ZH", width, height });
