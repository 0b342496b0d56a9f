// SPDX-License-Identifier: GPL-3.0-or-later

/// A chart in Vega's language, as far as pages use it.
struct ChartSpecification: Encodable, Sendable {
  /// One value of a chart.
  struct Datum: Encodable, Sendable {
    let x: String
    let y: Double
    let series: String
  }

  struct Table: Encodable, Sendable {
    let name = "values"
    let values: [Datum]
    var transform: [Transform] = []
  }

  /// Series of one x on top of one another.
  struct Transform: Encodable, Sendable {
    let type = "stack"
    let groupby = ["x"]
    let field = "y"
  }

  struct Scale: Encodable, Sendable {
    let name: String
    let type: String
    var domain: Domain
    var range: Range
    var padding: Double?
    var nice: Bool?
    var zero: Bool?
  }

  enum Domain: Encodable, Sendable {
    case field(String)
    case names([String])
    case numbers([Double])

    private struct Reference: Encodable, Sendable {
      let data = "values"
      let field: String
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .field(let field): try container.encode(Reference(field: field))
      case .names(let names): try container.encode(names)
      case .numbers(let numbers): try container.encode(numbers)
      }
    }
  }

  enum Range: Encodable, Sendable {
    case width, height
    case values([String])
    case dashes([[Int]])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .width: try container.encode("width")
      case .height: try container.encode("height")
      case .values(let values): try container.encode(values)
      case .dashes(let dashes): try container.encode(dashes)
      }
    }
  }

  struct Axis: Encodable, Sendable {
    let orient: String
    let scale: String
    var title: String?
    var grid: Bool?
    var format: String?
    var tickCount: Int?
    let labelFontSize = 12
    let titleFontSize = 12
    var labelLimit = 240
  }

  struct Legend: Encodable, Sendable {
    var fill: String?
    var stroke: String?
    var strokeDash: String?
    var shape: String?
    var title: String?
    var format: String?
    let orient = "right"
    let labelLimit = 300
    let labelFontSize = 12
  }

  struct Mark: Encodable, Sendable {
    let type: String
    let from: From
    var encode: Encoding?
    var marks: [Mark]?
  }

  struct From: Encodable, Sendable {
    var data: String?
    var facet: Facet?
  }

  struct Facet: Encodable, Sendable {
    let name: String
    let data = "values"
    let groupby = "series"
  }

  struct Encoding: Encodable, Sendable {
    let enter: [String: Value]
  }

  /// What a property of a mark is made of.
  struct Value: Encodable, Sendable {
    var scale: String?
    var field: String?
    var band: Double?
    var value: Fixed?
  }

  enum Fixed: Encodable, Sendable {
    case number(Double)
    case text(String)

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  let width = 620
  var height = 280
  let padding = 5
  let background = "white"
  let data: [Table]
  var scales: [Scale]
  var axes: [Axis]
  let legends: [Legend]
  let marks: [Mark]
}
