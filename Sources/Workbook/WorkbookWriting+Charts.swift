// SPDX-License-Identifier: GPL-3.0-or-later

internal import CLibXLSXWriter
internal import Diagnostics

extension WorkbookWriting {
  func write(
    _ chart: SheetChart, to place: UnsafeMutablePointer<lxw_worksheet>, _ texts: TextsForC
  ) throws(Findings) {
    let kind =
      switch chart.kind {
      case .stackedBars: LXW_CHART_COLUMN_STACKED
      case .lines: LXW_CHART_LINE
      }
    guard let drawn = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
      throw .about(file, .library, ["reason": chart.title])
    }
    for series in chart.series { try write(series, of: chart.kind, to: drawn) }
    chart_title_set_name(drawn, chart.title)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = UInt8(LXW_TRUE.rawValue)
    chart_title_set_name_font(drawn, &font)
    chart_axis_set_num_format(drawn.pointee.y_axis, chart.numberFormat)
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_RIGHT.rawValue))
    // The library's own size of a chart is 480 by 288.
    var options = lxw_chart_options()
    options.x_scale = Double(chart.size.width) / 480
    options.y_scale = Double(chart.size.height) / 288
    options.description = texts.pointer(chart.description)
    try check(
      worksheet_insert_chart_opt(
        place, UInt32(chart.place.row), UInt16(chart.place.column), drawn, &options))
  }

  private func write(
    _ series: SheetChart.Series, of kind: SheetChart.Kind,
    to chart: UnsafeMutablePointer<lxw_chart>
  ) throws(Findings) {
    func reference(_ source: SheetChart.Source) -> String {
      "=" + source.range.name(in: source.sheet)
    }
    guard
      let drawn = chart_add_series(
        chart, reference(series.categories), reference(series.values))
    else { throw .about(file, .library, ["reason": "series"]) }
    chart_series_set_name(drawn, "=" + series.name.range.first.name(in: series.name.sheet))
    switch kind {
    case .stackedBars:
      var fill = lxw_chart_fill()
      fill.color = series.colour
      chart_series_set_fill(drawn, &fill)
    case .lines:
      var line = lxw_chart_line()
      line.color = series.colour
      line.width = 2.25
      let dash = series.isDashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID
      line.dash_type = UInt8(dash.rawValue)
      chart_series_set_line(drawn, &line)
      let marker = series.isDashed ? LXW_CHART_MARKER_SQUARE : LXW_CHART_MARKER_CIRCLE
      chart_series_set_marker_type(drawn, UInt8(marker.rawValue))
      var fill = lxw_chart_fill()
      fill.color = series.colour
      chart_series_set_marker_fill(drawn, &fill)
    }
  }
}
