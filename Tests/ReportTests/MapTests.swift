// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FundingModel
import Report
import TestSupport
import Testing
import WebPage
import Wording

@Suite struct `The map of a page` {
  private func collection(_ features: String) -> Data {
    Data("{\"type\":\"FeatureCollection\",\"features\":[\(features)]}".utf8)
  }

  /// A square of one degree; where `clockwise`, its ring runs as the library needs it.
  private func square(_ code: String, at x: Double, _ y: Double, clockwise: Bool) -> String {
    let ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    let points = (clockwise ? ring.reversed() : ring).map { "[\($0[0]),\($0[1])]" }
    return """
      {"type":"Feature","properties":{"code":"\(code)","nom":"Ici \(code)"},\
      "geometry":{"type":"Polygon","coordinates":[[\(points.joined(separator: ","))]]}}
      """
  }

  private func page(_ boundaries: MapBoundaries?) throws -> String {
    let outcome = try SmallStudy.outcome()
    let document = PlanPage.document(
      outcome, manifest: ManifestDocument(outcome, inputs: [], outputs: []), language: .french,
      charts: ChartLibrary(files: ChartLibrary.parts.map { _ in "" }), boundaries: boundaries)
    return String(decoding: document.bytes, as: UTF8.self)
  }

  private func map(_ page: String) throws -> [String: Any] {
    let json = page.components(separatedBy: "id=\"map-data\">")[1]
      .components(separatedBy: "</script>")[0]
    return try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func `has a tile for each region that has beneficiaries, with what it is paid`() throws {
    let outcome = try SmallStudy.outcome()
    let data = try #require(try map(try page(nil))["data"] as? [[String: Any]])
    let tiles = try #require(data[0]["values"] as? [[String: Any]])
    let regions = Set(outcome.scenario.beneficiaries.map(\.region))
    #expect(tiles.count == regions.count && !tiles.isEmpty)
    let paid = outcome.allocation.lines.reduce(0) { $0 + $1.euros }
    let told = tiles.compactMap { $0["amount"] as? Double }.reduce(0, +)
    #expect(abs(told * 1e3 - Double(paid)) < 1 || abs(told * 1e6 - Double(paid)) < 1)
  }

  @Test func `draws boundaries whichever way their rings run, overseas in frames of their own`()
    throws
  {
    let code = try #require(try SmallStudy.outcome().scenario.beneficiaries.first?.region.rawValue)
    let features = [
      square(code, at: 2, 46, clockwise: false), square("94", at: 9, 42, clockwise: true),
      square("04", at: 55, -21, clockwise: false),
    ]
    let boundaries = try #require(MapBoundaries(collection(features.joined(separator: ","))))
    let chart = try map(try page(boundaries))
    let data = try #require(chart["data"] as? [[String: Any]])
    let frames = try #require(chart["projections"] as? [[String: Any]])
    #expect(data.map { $0["name"] as? String } == ["mainland", "overseas3"])
    #expect(frames.count == 2)
    for table in data {
      for shape in try #require(table["values"] as? [[String: Any]]) {
        let geometry = try #require(shape["geometry"] as? [String: Any])
        let rings = try #require(geometry["coordinates"] as? [[[[Double]]]])
        let ring = rings[0][0]
        let turn = zip(ring, ring.dropFirst()).reduce(0.0) {
          $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]
        }
        #expect(abs(turn + 2) < 1e-9)
      }
    }
  }

  @Test func `departments are told from regions, and found by their codes`() throws {
    var outcome = try SmallStudy.outcome()
    let departments = try #require(
      MapBoundaries(
        collection(
          square("2A", at: 9, 41, clockwise: true) + ","
            + square("974", at: 55, -21, clockwise: true))))
    #expect(!departments.hasPlaces(of: outcome.scenario.beneficiaries))
    // FINESS numbers La Réunion 9D.
    outcome.study.scenario.beneficiaries[0].department = "9D"
    #expect(departments.hasPlaces(of: outcome.scenario.beneficiaries))
    let page = PlanPage.document(
      outcome, manifest: ManifestDocument(outcome, inputs: [], outputs: []), language: .french,
      boundaries: departments)
    let text = String(decoding: page.bytes, as: UTF8.self)
    let table = text.components(separatedBy: "<table id=\"map-table\"")[1]
      .components(separatedBy: "</table>")[0]
    #expect(table.contains("Ici 974") && table.contains("Département"))
    #expect(table.contains("département non déclaré"))
  }

  @Test(arguments: [
    "", "[]", "{\"type\":\"FeatureCollection\",\"features\":[]}",
    "{\"features\":[{\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}",
    "{\"features\":[{\"properties\":{\"code\":\"11\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}",
    "{\"features\":[{\"properties\":{\"code\":\"11\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[652000,6862000]]]}}]}",
  ])
  func `what is no such collection makes no map`(text: String) {
    #expect(MapBoundaries(Data(text.utf8)) == nil)
  }
}
