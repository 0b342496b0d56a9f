// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Report
import Testing
import WebPage
import Wording

@Suite struct `The colours of a page` {
  private func page() throws -> String {
    let outcome = try SmallStudy.outcome()
    let document = PlanPage.document(
      outcome, manifest: ManifestDocument(outcome, inputs: [], outputs: []), language: .french,
      charts: ChartLibrary(files: ChartLibrary.parts.map { _ in "" }))
    return String(decoding: document.bytes, as: UTF8.self)
  }

  /// Contrast as WCAG 2.2 has it: (L₁ + 0,05) / (L₂ + 0,05).
  private func contrast(_ first: String, _ second: String) -> Double {
    let levels = [luminance(first), luminance(second)].sorted()
    return (levels[1] + 0.05) / (levels[0] + 0.05)
  }

  /// 0,2126·R + 0,7152·G + 0,0722·B, of linear parts.
  private func luminance(_ colour: String) -> Double {
    var digits = String(colour.dropFirst())
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    let value = Int(digits, radix: 16) ?? 0
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func `text stands out by 7 to 1, on every ground it stands on`() throws {
    let sheet = try page()
    let grounds = ["#1b1b1b": ["#fff"], "#0b3d91": ["#fff", "#e8edf5"], "#5c3a00": ["#fff6e5"]]
    let used = Set(sheet.matches(of: #/[{;\s]color:(#[0-9a-f]+)/#).map { String($0.1) })
    #expect(used == Set(grounds.keys))
    for (colour, behind) in grounds {
      for ground in behind {
        #expect(sheet.contains(ground))
        #expect(contrast(colour, ground) >= 7, "\(colour) on \(ground)")
      }
    }
    #expect(contrast("#1b1b1b", "#e8edf5") >= 7)
  }

  /// Colours of each scale of the charts.
  private func ranges() throws -> [[String]] {
    try page().matches(of: #/"range":\["(#[0-9a-f]{6}[^\]]*)"\]/#)
      .map { $0.1.components(separatedBy: "\",\"") }
  }

  /// Shades of a map go from light to dark; series of a chart do not.
  private func isShades(_ colours: [String]) -> Bool { colours.count == 5 }

  @Test func `what charts draw stands out by 3 to 1`() throws {
    let series = Set(try ranges().filter { !isShades($0) }.joined())
    #expect(series.count >= 8)
    for colour in series { #expect(contrast(colour, "#ffffff") >= 3, "\(colour)") }
  }

  @Test func `of sixteen series, no two have dash and point alike`() throws {
    let page = try page()
    let shapes = try #require(page.firstMatch(of: #/"range":\[("circle"[^\]]*)\]/#)).1
      .split(separator: ",")
    let dashes = try #require(page.firstMatch(of: #/"range":\[(\[[0-9,\]\[]*\])\]/#)).1
      .components(separatedBy: "],[")
    let looks = (0..<16).map { "\(dashes[$0 % dashes.count]) \(shapes[$0 % shapes.count])" }
    #expect(Set(looks).count == 16)
  }

  @Test func `shades of a map have an outline, and text stands out on each by 7 to 1`() throws {
    let shades = try #require(try ranges().first(where: isShades))
    let levels = shades.map { contrast($0, "#000000") }
    #expect(levels == levels.sorted(by: >) && Set(levels).count == 5)
    for shade in shades { #expect(contrast("#1b1b1b", shade) >= 7, "\(shade)") }
    let map = try page().components(separatedBy: "id=\"map-data\">")[1]
      .components(separatedBy: "</script>")[0]
    #expect(map.contains("\"stroke\":{\"value\":\"#444444\"}"))
    #expect(map.contains("\"fill\":{\"value\":\"#1b1b1b\"}"))
    #expect(shades.allSatisfy { contrast("#444444", $0) >= 3 })
  }
}
