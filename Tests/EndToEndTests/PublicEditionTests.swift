// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@Suite struct `The public edition of a planned tutorial` {
  /// Base of the amounts in these tests, in euros.
  private static let base = 1_000.0

  private static func published(_ more: String...) async throws -> Sandbox {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let run = try await Releve.run(
      ["report", "plan", "--public", "--out", "edition", "--base", "1k€"] + more,
      in: sandbox.folder)
    #expect(run.status == 0)
    #expect(rawKeys(in: run.output) == [])
    return sandbox
  }

  @Test func `nobody can find a withheld amount from the page by linear programming`() async throws
  {
    let sandbox = try await Self.published()
    let page = try PublishedPage(sandbox.text("edition/publication/page.html"))
    let truth = try Self.truth(sandbox)
    #expect(page.cells.values.contains(nil) && page.cells.values.contains { $0 != nil })
    for (key, amount) in page.cells {
      let known = truth[key] ?? Truth()
      if let amount {
        #expect(abs(amount - known.amount) <= Self.base, "\(key)")
        #expect(amount.truncatingRemainder(dividingBy: Self.base) == 0)
        #expect(known.receivers.count == 0 || known.receivers.count >= 3, "\(key)")
        continue
      }
      let range = try page.range(of: key, rounding: Self.base)
      let isSmall = (1...2).contains(known.receivers.count)
      let distance = isSmall ? max(Self.base, 0.2 * known.amount) : Self.base
      #expect(range.upperBound >= known.amount + distance - 0.01, "\(key)")
      #expect(range.lowerBound <= max(0, known.amount - distance) + 0.01, "\(key)")
    }
  }

  @Test func `tables add up, and files have what the page has`() async throws {
    let sandbox = try await Self.published()
    let page = try PublishedPage(sandbox.text("edition/publication/page.html"))
    for (total, parts) in page.sums {
      guard let sum = page.cells[total] ?? nil else { continue }
      let amounts = parts.map { page.cells[$0] ?? nil }
      let known = amounts.compactMap { $0 }.reduce(0, +)
      #expect(amounts.contains(nil) ? known <= sum : known == sum, "\(total)")
    }
    for (name, rows) in page.tables {
      let lines = try sandbox.text("edition/publication/\(name).csv").split(separator: "\n")
      #expect(lines.count == rows.count + 1)
      for (line, row) in zip(lines.dropFirst(), rows) {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        #expect(fields.suffix(row.count - 1).elementsEqual(row.dropFirst().map { Substring($0) }))
      }
    }
  }

  @Test func `nothing of a single hospital is in it`() async throws {
    let sandbox = try await Self.published("--lang", "en")
    let beneficiaries = try Self.beneficiaries(sandbox)
    let folder = sandbox.url("edition/publication")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 8)
    for file in names {
      let text = try sandbox.text("edition/publication/\(file)")
      for row in beneficiaries.rows {
        #expect(!text.contains(row["id"] ?? "?") && !text.contains(row["name"] ?? "?"))
      }
      #expect(!text.contains("complementary"))
    }
    let page = try sandbox.text("edition/publication/page.html")
    #expect(page.contains("not of a decision"))
    #expect(
      !page.contains(" src=") && rawKeys(in: page.components(separatedBy: "<script")[0]) == [])
    let withheld = try WrittenTable(sandbox.url("edition/withheld.csv").path)
    #expect(!withheld.rows.isEmpty)
    #expect(
      withheld.rows.allSatisfy { ["few", "dominated", "complementary"].contains($0["reason"]) })
  }

  @Test func `rules that are none, and options that do not go together, are refused at once`()
    async throws
  {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let before = try sandbox.listing()
    let run = try await sandbox.run(
      "report", "plan", "--public", "--out", "x", "--threshold", "1", "--dominance", "0",
      "--base", "abc", "--protection", "200%")
    #expect(run.status == 3)
    for option in ["--threshold", "--dominance", "--base", "--protection"] {
      #expect(run.errors.contains(option), "\(option)")
    }
    for arguments in [
      ["--public"], ["--public", "--out", "x", "--annex"], ["--public", "--out", "x", "--replace"],
      ["--base", "1k€"], ["--annex", "--out", "x", "--threshold", "3"],
    ] {
      let run = try await Releve.run(["report", "plan"] + arguments, in: sandbox.folder)
      #expect(run.status == 2, "\(arguments)")
    }
    let taken = try await sandbox.run("report", "plan", "--public", "--out", "study")
    #expect(taken.status == 3)
    #expect(try sandbox.listing() == before)
  }

  private static func beneficiaries(_ sandbox: Sandbox) throws -> WrittenTable {
    WrittenTable(
      text: try sandbox.text("study/tables/beneficiaries.csv")
        .replacingOccurrences(of: ",", with: ".").replacingOccurrences(of: ";", with: ","))
  }

  private struct Truth {
    var amount = 0.0
    var receivers: Set<String> = []
  }

  /// True amounts by the names of the page, from the plan's folder and the study's tables.
  private static func truth(_ sandbox: Sandbox) throws -> [PublishedPage.Key: Truth] {
    let rows = Dictionary(
      uniqueKeysWithValues: try Self.beneficiaries(sandbox).rows.map { ($0["id"] ?? "", $0) })
    let study = try sandbox.text("study/study.yaml")
    var truth: [PublishedPage.Key: Truth] = [:]
    for line in try WrittenTable(sandbox.url("plan/allocation.csv").path).rows {
      guard let id = line["beneficiary"], let row = rows[id],
        let euros = Double(line["euros"] ?? ""), let year = line["payment_year"]
      else { continue }
      let agents = Int(row["agents"] ?? "") ?? 0
      let band = [(250, "0-249"), (1000, "250-999"), (3000, "1000-2999")].first { agents < $0.0 }
      let name = line["vehicle"].flatMap { Self.title(ofVehicle: $0, in: study) } ?? "?"
      let codes = [
        "region": PublishedPage.regions[row["region"] ?? ""] ?? "?",
        "class": row["nis_class"].flatMap { $0.isEmpty ? nil : $0 } ?? "sans classe",
        "size": band?.1 ?? "3000+", "vehicle": name, "year": year,
      ]
      var keys: Set<PublishedPage.Key> = []
      for (first, second) in PublishedPage.crossings {
        for parts in [[first, second], [first], [second], []] {
          keys.insert(Set(parts.map { "\($0)=\(codes[$0] ?? "?")" }))
        }
      }
      for key in keys {
        truth[key, default: Truth()].amount += euros
        if euros > 0 { truth[key, default: Truth()].receivers.insert(id) }
      }
    }
    return truth
  }

  private static func title(ofVehicle id: String, in study: String) -> String? {
    let lines = study.components(separatedBy: "\n")
    guard let place = lines.firstIndex(of: "  \(id):") else { return nil }
    return lines[place...].first { $0.contains("title:") }?
      .components(separatedBy: "title:").last?.trimmingCharacters(in: .whitespaces)
  }
}

/// What somebody reads on the published page, and can compute from it.
private struct PublishedPage {
  /// The codes of a cell: `region=Bretagne`, `year=2027`; none for the total of all.
  typealias Key = Set<String>

  static let crossings = [
    ("vehicle", "year"), ("region", "year"), ("region", "class"), ("size", "year"),
  ]
  static let regions = ["53": "Bretagne", "94": "Corse"]

  /// Amounts in euros; `nil` where withheld.
  private(set) var cells: [Key: Double?] = [:]
  /// Totals and what adds up to them.
  private(set) var sums: [(total: Key, parts: [Key])] = []
  /// What the file of each table must have, cell by cell.
  private(set) var tables: [(name: String, rows: [[String]])] = []

  init(_ page: String) throws {
    for (first, second) in Self.crossings {
      let name = "money-by-\(first)-and-\(second)"
      let table = page.components(separatedBy: "<table id=\"\(name)-table\"")[1]
        .components(separatedBy: "</table>")[0]
      let rows = table.components(separatedBy: "<tr>").dropFirst().map(Self.row)
      let titles = rows[0].map(\.text)
      let body = rows.dropFirst()
      tables.append((name, body.map { $0.map { $0.text == "–" ? "" : $0.value ?? $0.text } }))
      func key(_ row: String, _ column: String) -> Key {
        var key: Key = []
        if row != "Total" { key.insert("\(first)=\(row)") }
        if column != "Total" { key.insert("\(second)=\(column)") }
        return key
      }
      var grid: [[Key?]] = []
      for row in body {
        grid.append(
          zip(titles, row).dropFirst().map { column, cell in
            guard cell.text != "–" else { return nil }
            let key = key(row[0].text, column)
            cells[key] = .some(cell.text == "s" ? nil : Double(cell.value ?? cell.text))
            return key
          })
      }
      for row in grid {
        if let total = row.last ?? nil { sums.append((total, row.dropLast().compactMap { $0 })) }
      }
      for column in titles.indices.dropLast() {
        if let total = grid.last?[column] ?? nil {
          sums.append((total, grid.dropLast().compactMap { $0[column] }))
        }
      }
    }
  }

  private static func row(_ source: String) -> [(text: String, value: String?)] {
    source.matches(of: /<t[hd]([^>]*)>([^<]*)/).map { match in
      let value = match.output.1.firstMatch(of: /data-v="([^"]*)"/)?.output.1
      let text = String(match.output.2).replacingOccurrences(of: "&amp;", with: "&")
      return (text, value.map(String.init))
    }
  }

  /// Least and most that a withheld cell may be.
  func range(of wanted: Key, rounding: Double) throws -> ClosedRange<Double> {
    var builder = LinearProgramBuilder(name: "reader")
    var columns: [Key: Variable] = [:]
    for (number, (key, amount)) in cells.enumerated() {
      columns[key] = builder.addColumn(
        named: "cell\(number)", lower: amount.map { max(0, $0 - rounding) } ?? 0,
        upper: amount.map { $0 + rounding } ?? .infinity)
    }
    for (number, sum) in sums.enumerated() {
      for part in sum.parts { builder.add(1, try #require(columns[part])) }
      builder.add(-1, try #require(columns[sum.total]))
      builder.closeRow(named: "sum\(number)", lower: 0, upper: 0)
    }
    let program = builder.build()
    var costs = [Double](repeating: 0, count: program.columnCount)
    costs[try #require(columns[wanted]).position] = 1
    let ends = try [Sense.minimize, .maximize].map { sense -> Double in
      let result = try GLPKSolver().solve(
        program, for: Objective(name: "cell", sense: sense, coefficients: costs), options: .init())
      if result.termination == .optimal { return try #require(result.objectiveValue) }
      #expect(sense == .maximize)
      return .infinity
    }
    return ends[0]...ends[1]
  }
}
