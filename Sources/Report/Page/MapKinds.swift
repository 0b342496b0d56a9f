// SPDX-License-Identifier: GPL-3.0-or-later

/// What both kinds of map have in common: five shades, all light enough for dark text on them.
enum MapShades {
  static let colours = ["#f4f7fb", "#dbe5f1", "#c1d3e8", "#a8c2de", "#8fb0d4"]

  static func scale(_ greatest: Double) -> ChartSpecification.Scale {
    ChartSpecification.Scale(
      name: "shade", type: "quantize", domain: .numbers([0, max(1, greatest)]),
      range: .values(colours))
  }

  static func legend(_ title: String) -> ChartSpecification.Legend {
    ChartSpecification.Legend(fill: "shade", title: title, format: ",.1~f")
  }

  static let outline: [String: ChartSpecification.Value] = [
    "fill": ChartSpecification.Value(scale: "shade", field: "amount"),
    "stroke": ChartSpecification.Value(value: .text("#444444")),
  ]

  static func text(_ field: String, size: Double) -> [String: ChartSpecification.Value] {
    [
      "text": ChartSpecification.Value(field: field),
      "align": ChartSpecification.Value(value: .text("center")),
      "baseline": ChartSpecification.Value(value: .text("middle")),
      "fontSize": ChartSpecification.Value(value: .number(size)),
      "fill": ChartSpecification.Value(value: .text("#1b1b1b")),
    ]
  }
}

/// One tile for each region, with its letters and its amount.
struct TileMap: Encodable, Sendable {
  struct Tile: Encodable, Sendable {
    let column: Int
    let row: Int
    let name: String
    let amount: Double
    let told: String
  }

  struct Table: Encodable, Sendable {
    let name = "values"
    let values: [Tile]
  }

  let width = 490
  let height = 350
  let padding = 5
  let background = "white"
  let data: [Table]
  let scales: [ChartSpecification.Scale]
  let legends: [ChartSpecification.Legend]
  let marks: [ChartSpecification.Mark]

  init(tiles: [Tile], title: String) {
    data = [Table(values: tiles)]
    scales = [
      ChartSpecification.Scale(
        name: "column", type: "band", domain: .names((0...6).map(String.init)), range: .width,
        padding: 0.05),
      ChartSpecification.Scale(
        name: "row", type: "band", domain: .names((0...4).map(String.init)), range: .height,
        padding: 0.05),
      MapShades.scale(tiles.map(\.amount).max() ?? 0),
    ]
    legends = [MapShades.legend(title)]
    func mark(_ type: String, _ properties: [String: ChartSpecification.Value])
      -> ChartSpecification.Mark
    {
      ChartSpecification.Mark(
        type: type, from: .init(data: "values"), encode: .init(enter: properties))
    }
    func place(_ scale: String, _ field: String, _ band: Double) -> ChartSpecification.Value {
      ChartSpecification.Value(scale: scale, field: field, band: band)
    }
    let names = MapShades.text("name", size: 13)
      .merging(["x": place("column", "column", 0.5), "y": place("row", "row", 0.35)]) { $1 }
    let amounts = MapShades.text("told", size: 12)
      .merging(["x": place("column", "column", 0.5), "y": place("row", "row", 0.68)]) { $1 }
    marks = [
      mark(
        "rect",
        MapShades.outline.merging([
          "x": ChartSpecification.Value(scale: "column", field: "column"),
          "y": ChartSpecification.Value(scale: "row", field: "row"),
          "width": ChartSpecification.Value(scale: "column", band: 1),
          "height": ChartSpecification.Value(scale: "row", band: 1),
        ]) { $1 }),
      mark("text", names), mark("text", amounts),
    ]
  }
}

/// Regions or departments in their boundaries: metropolitan France, and a frame for each territory
/// overseas.
struct BoundaryMap: Encodable, Sendable {
  /// A feature of GeoJSON, with what is shown of it.
  struct Shape: Encodable, Sendable {
    let type = "Feature"
    let geometry: MapBoundaries.Geometry
    let amount: Double
    let told: String
  }

  struct Table: Encodable, Sendable {
    let name: String
    let values: [Shape]
  }

  /// A map of its own, in its own frame.
  struct Projection: Encodable, Sendable {
    let name: String
    let type = "mercator"
    let fit: Signal
    let extent: [[Int]]
  }

  struct Signal: Encodable, Sendable {
    let signal: String
  }

  struct Mark: Encodable, Sendable {
    struct Transform: Encodable, Sendable {
      let type = "geoshape"
      let projection: String
    }

    struct Update: Encodable, Sendable {
      let update: [String: Signal]
      let enter: [String: ChartSpecification.Value]
    }

    let type: String
    let from: ChartSpecification.From
    let encode: Update
    var transform: [Transform]?
  }

  let width = 560
  let height = 560
  let padding = 5
  let background = "white"
  let data: [Table]
  let projections: [Projection]
  let scales: [ChartSpecification.Scale]
  let legends: [ChartSpecification.Legend]
  let marks: [Mark]

  /// Frames of the territories overseas: codes of region and department.
  private static let overseas = [
    ["01", "971"], ["02", "972"], ["03", "973"], ["04", "974"], ["06", "976"],
  ]
  /// Side of a frame, in pixels.
  private static let frame = 90

  init(
    _ boundaries: MapBoundaries, amounts: [String: (value: Double, told: String)], title: String
  ) {
    func shapes(_ isIn: (String) -> Bool) -> [Shape] {
      boundaries.features.filter { isIn($0.code) }.map {
        let amount = amounts[$0.code]
        return Shape(
          geometry: $0.geometry, amount: amount?.value ?? 0, told: amount?.told ?? "")
      }
    }
    // A department's code may be that of a region overseas: only one of the two is meant.
    let codes = Self.overseas.map { boundaries.level == .regions ? $0[0] : $0[1] }
    var tables = [Table(name: "mainland", values: shapes { !codes.contains($0) })]
    var projections = [
      Projection(
        name: "mainland", fit: Signal(signal: "data('mainland')"),
        extent: [[100, 0], [560, 560]])
    ]
    for (place, code) in codes.enumerated() {
      let shapes = shapes { $0 == code }
      guard !shapes.isEmpty else { continue }
      let (name, top) = ("overseas\(place)", place * (Self.frame + 12))
      tables.append(Table(name: name, values: shapes))
      projections.append(
        Projection(
          name: name, fit: Signal(signal: "data('\(name)')"),
          extent: [[0, top], [Self.frame, top + Self.frame]]))
    }
    let labels = boundaries.level == .regions
    marks = tables.flatMap { table -> [Mark] in
      let from = ChartSpecification.From(data: table.name)
      let shape = Mark(
        type: "shape", from: from, encode: .init(update: [:], enter: MapShades.outline),
        transform: [.init(projection: table.name)])
      guard labels else { return [shape] }
      let text = Mark(
        type: "text", from: from,
        encode: .init(
          update: [
            "x": Signal(signal: "geoCentroid('\(table.name)', datum)[0]"),
            "y": Signal(signal: "geoCentroid('\(table.name)', datum)[1]"),
          ], enter: MapShades.text("told", size: 12)))
      return [shape, text]
    }
    data = tables
    self.projections = projections
    scales = [MapShades.scale(amounts.values.map(\.value).max() ?? 0)]
    legends = [MapShades.legend(title)]
  }
}
