// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of chart that pages have.
///
/// Colours are told apart by lightness too, and lines by their dashes and points: none carries a
/// meaning alone.
extension ChartSpecification {
  /// Dark and light in turn, 3:1 against white.
  private static let colours = [
    "#1f3a68", "#c05a00", "#2a7f62", "#8a6fb0", "#7a1f3d", "#5b7f95", "#8c7a00", "#444444",
  ]

  /// Colour of a series by its position, as 0xRRGGBB.
  static func colour(_ position: Int) -> UInt32 {
    UInt32(colours[position % colours.count].dropFirst(), radix: 16) ?? 0
  }

  private static let dashes = [[1, 0], [7, 4], [2, 3], [9, 3, 2, 3]]
  /// In another order for every fourth series, so that dash and shape together are of one series alone.
  private static let shapes = (0..<16).map {
    ["circle", "square", "triangle-up", "diamond"][($0 + $0 / 4) % 4]
  }

  /// Series on top of one another, one bar for each x.
  ///
  /// - Parameters:
  ///   - title: title of the upright axis, with its unit.
  ///   - values: the values.
  ///   - format: how numbers of the axis are written, in d3's words.
  /// - Returns: the chart.
  static func bars(title: String, values: [Datum], format: String) -> ChartSpecification {
    let series = unique(values.map(\.series))
    let bar = Mark(
      type: "rect", from: From(data: "values"),
      encode: Encoding(enter: [
        "x": Value(scale: "x", field: "x"), "width": Value(scale: "x", band: 1),
        "y": Value(scale: "y", field: "y0"), "y2": Value(scale: "y", field: "y1"),
        "fill": Value(scale: "colour", field: "series"),
        "stroke": Value(value: .text("white")), "strokeWidth": Value(value: .number(1)),
      ]))
    return ChartSpecification(
      data: [Table(values: values, transform: [Transform()])],
      scales: [
        Scale(
          name: "x", type: "band", domain: .names(unique(values.map(\.x))), range: .width,
          padding: 0.25),
        Scale(
          name: "y", type: "linear", domain: .field("y1"), range: .height, nice: true, zero: true),
        Scale(
          name: "colour", type: "ordinal", domain: .names(series), range: .values(colours)),
      ],
      axes: axes(title, format), legends: [Legend(fill: "colour")], marks: [bar])
  }

  /// Bars that lie, one for each name, the longest on top.
  static func ranked(title: String, values: [Datum], format: String) -> ChartSpecification {
    let bar = Mark(
      type: "rect", from: From(data: "values"),
      encode: Encoding(enter: [
        "y": Value(scale: "y", field: "x"), "height": Value(scale: "y", band: 1),
        "x": Value(scale: "x", field: "y"), "x2": Value(scale: "x", value: .number(0)),
        "fill": Value(value: .text(colours[0])),
      ]))
    return ChartSpecification(
      height: max(120, 22 * values.count),
      data: [Table(values: values)],
      scales: [
        Scale(
          name: "y", type: "band", domain: .names(unique(values.map(\.x))), range: .height,
          padding: 0.25),
        Scale(
          name: "x", type: "linear", domain: .field("y"), range: .width, nice: true, zero: true),
      ],
      axes: [
        Axis(orient: "left", scale: "y", labelLimit: 300),
        Axis(
          orient: "bottom", scale: "x", title: title, grid: true, format: format, tickCount: 6),
      ], legends: [], marks: [bar])
  }

  /// Lines over years, one for each series.
  static func lines(title: String, values: [Datum], format: String) -> ChartSpecification {
    let series = unique(values.map(\.series))
    let place: [String: Value] = [
      "x": Value(scale: "x", field: "x"), "y": Value(scale: "y", field: "y"),
      "stroke": Value(scale: "colour", field: "series"),
    ]
    let line = Mark(
      type: "line", from: From(data: "one"),
      encode: Encoding(
        enter: place.merging([
          "strokeDash": Value(scale: "dash", field: "series"),
          "strokeWidth": Value(value: .number(2.5)),
        ]) { first, _ in first }))
    let point = Mark(
      type: "symbol", from: From(data: "one"),
      encode: Encoding(
        enter: place.merging([
          "shape": Value(scale: "shape", field: "series"),
          "fill": Value(scale: "colour", field: "series"), "size": Value(value: .number(60)),
        ]) { first, _ in first }))
    let group = Mark(
      type: "group", from: From(facet: Facet(name: "one")), encode: nil, marks: [line, point])
    return ChartSpecification(
      data: [Table(values: values)],
      scales: [
        Scale(
          name: "x", type: "point", domain: .names(unique(values.map(\.x))), range: .width,
          padding: 0.3),
        Scale(
          name: "y", type: "linear", domain: .field("y"), range: .height, nice: true, zero: true),
        Scale(name: "colour", type: "ordinal", domain: .names(series), range: .values(colours)),
        Scale(name: "dash", type: "ordinal", domain: .names(series), range: .dashes(dashes)),
        Scale(name: "shape", type: "ordinal", domain: .names(series), range: .values(shapes)),
      ],
      axes: axes(title, format),
      legends: [Legend(stroke: "colour", strokeDash: "dash", shape: "shape")], marks: [group])
  }

  /// Lines over numbers, one for each series, with their points.
  ///
  /// - Parameters:
  ///   - x: title of the lying axis, with its unit; values of it are numbers as text.
  ///   - y: title of the upright axis, with its unit.
  ///   - values: the points of each line, in order.
  /// - Returns: the chart.
  static func curves(x: String, y: String, values: [Datum]) -> ChartSpecification {
    let format = ",.3~r"
    var chart = lines(title: y, values: values, format: format)
    let places = values.compactMap { Double($0.x) }
    chart.scales[0] = Scale(
      name: "x", type: "linear", domain: .numbers([places.min() ?? 0, places.max() ?? 1]),
      range: .width, nice: true, zero: false)
    // A curve is looked at where it bends, which may be far from nothing.
    chart.scales[1].zero = false
    chart.axes = [
      Axis(orient: "bottom", scale: "x", title: x, format: format, tickCount: 8),
      Axis(orient: "left", scale: "y", title: y, grid: true, format: format, tickCount: 6),
    ]
    return chart
  }

  private static func axes(_ title: String, _ format: String) -> [Axis] {
    [
      Axis(orient: "bottom", scale: "x"),
      Axis(
        orient: "left", scale: "y", title: title, grid: true, format: format, tickCount: 6),
    ]
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
