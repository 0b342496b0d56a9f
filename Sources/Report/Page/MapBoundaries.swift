// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import FundingModel

/// Boundaries of regions or departments, from a GeoJSON file.
///
/// A collection of features (RFC 7946) in degrees, each with a property `code` as INSEE has it and
/// perhaps a name in `nom` or `name`. A file with a code of more than two characters is of departments.
public struct MapBoundaries: Sendable {
  /// What the features are.
  enum Level: Sendable { case regions, departments }

  /// A territory.
  struct Feature: Sendable {
    let code: String
    let name: String?
    let geometry: Geometry
  }

  /// Rings of positions: of each polygon the outer first, clockwise as the library that draws needs it,
  /// then holes the other way round.
  struct Geometry: Sendable, Codable {
    let polygons: [[[[Double]]]]

    private enum Key: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      let read: [[[[Double]]]]
      switch try container.decode(String.self, forKey: .type) {
      case "Polygon": read = [try container.decode([[[Double]]].self, forKey: .coordinates)]
      case "MultiPolygon":
        read = try container.decode([[[[Double]]]].self, forKey: .coordinates)
      default:
        throw DecodingError.dataCorruptedError(
          forKey: .type, in: container, debugDescription: "neither Polygon nor MultiPolygon")
      }
      let isPosition = read.joined().joined().allSatisfy {
        $0.count >= 2 && abs($0[0]) <= 180 && abs($0[1]) <= 90
      }
      guard isPosition, !read.isEmpty else {
        throw DecodingError.dataCorruptedError(
          forKey: .coordinates, in: container, debugDescription: "not degrees")
      }
      polygons = read.map { rings in
        rings.enumerated().map { place, ring in
          (Self.turn(of: ring) > 0) == (place == 0) ? ring.reversed() : ring
        }
      }
    }

    /// Twice the area of a ring, above 0 where it runs counterclockwise.
    private static func turn(of ring: [[Double]]) -> Double {
      zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode("MultiPolygon", forKey: .type)
      try container.encode(polygons, forKey: .coordinates)
    }
  }

  let features: [Feature]
  let level: Level

  private struct Document: Decodable {
    struct Feature: Decodable {
      struct Properties: Decodable {
        let code: String
        let nom: String?
        let name: String?
      }

      let properties: Properties
      let geometry: Geometry
    }

    let features: [Feature]
  }

  /// Reads a file; `nil` where it is no collection of polygons with codes.
  ///
  /// - Parameter bytes: its content.
  public init?(_ bytes: Data) {
    guard let document = try? JSONDecoder().decode(Document.self, from: bytes),
      !document.features.isEmpty
    else { return nil }
    features = document.features.map {
      Feature(
        code: $0.properties.code, name: $0.properties.nom ?? $0.properties.name,
        geometry: $0.geometry)
    }
    // No region has letters or three digits, and there are not as many.
    let isOfDepartments = features.contains {
      $0.code.count != 2 || !$0.code.allSatisfy(\.isNumber)
    }
    level = isOfDepartments || features.count > 26 ? .departments : .regions
  }

  /// Whether the territory of at least one beneficiary has boundaries.
  public func hasPlaces(of beneficiaries: [Beneficiary]) -> Bool {
    let codes = Set(features.map(\.code))
    return beneficiaries.contains { beneficiary in
      level == .regions
        ? codes.contains(beneficiary.region.rawValue)
        : beneficiary.department.map { codes.contains(Self.inseeCode(ofDepartment: $0)) } ?? false
    }
  }

  /// Name of a territory, where the file has one.
  func name(of code: String) -> String? { features.first { $0.code == code }?.name }

  /// The code of INSEE for one of FINESS, which numbers the departments overseas with letters.
  static func inseeCode(ofDepartment code: String) -> String {
    let overseas = ["9A": "971", "9B": "972", "9C": "973", "9D": "974", "9F": "976"]
    return overseas[code] ?? code
  }
}
