// SPDX-License-Identifier: GPL-3.0-or-later

import FundingAnalysis
import FundingModel
import SideBySide
public import Workbook
public import Wording

/// What every sheet of a workbook looks at: where the amounts stand that the others add up.
struct PlanBook: Sendable {
  let context: PageContext
  let paid: PaidRows
  let figures: BeneficiaryFigures
  /// Whether sheets hold formulas and charts that look at one another; where not, values alone.
  let isLive: Bool

  init(_ context: PageContext, isLive: Bool = true) {
    self.context = context
    self.isLive = isLive
    figures = BeneficiaryFigures(scenario: context.scenario, plan: context.outcome.plan)
    paid = PaidRows(context.outcome.allocation, of: context.scenario)
  }

  var scenario: Scenario { context.scenario }
  var language: Language { context.language }
  var yearCount: Int { context.years.count }

  func text(_ key: String, _ arguments: [String: String] = [:]) -> String {
    Catalogue.text("workbook.\(key)", in: language, arguments)
  }

  /// Name of a sheet.
  func name(_ sheet: String) -> String { text("sheet.\(sheet)") }

  /// The word for an assumption, or nothing.
  func mark(_ isAssumption: Bool) -> BookCell {
    isAssumption ? .text(context.text("mark")) : .empty
  }

  func nature(_ nature: CostNature) -> String { text("nature.\(nature.rawValue)") }

  func region(_ id: RegionID) -> String { RegionNames.name(of: id.rawValue, in: language) }

  // MARK: Where amounts stand

  /// Which rows of the two tables of amounts are added up.
  enum Key {
    /// Rows of the vehicle whose identifier stands in a cell.
    case vehicle(CellPlace)
    /// Rows of a nature of cost.
    case nature(CostNature)
    /// Rows of the region whose name stands in a cell; shared services have none.
    case region(CellPlace)
    /// All rows.
    case all
  }

  /// A formula that adds up what is paid in a year.
  ///
  /// Texts are compared as a whole: SUMIFS would read `*`, `?` and numbers in them.
  func sum(of year: Int, _ key: Key) -> String {
    let allocation = AllocationSheet(book: self)
    let services = ServicesSheet(book: self)
    func sum(_ values: String, _ keys: String, _ wanted: String) -> String {
      "SUMPRODUCT(--(\(keys)=\(wanted)),\(values))"
    }
    let amounts = allocation.year(year)
    switch key {
    case .vehicle(let cell):
      return joined(
        sum(amounts, allocation.vehicles, cell.name),
        sum(services.year(year), services.vehicles, cell.name))
    case .nature(let nature):
      let word = "\"\(self.nature(nature))\""
      return joined(
        sum(amounts, allocation.natures, word),
        sum(services.year(year), services.natures, word))
    case .region(let cell): return sum(amounts, allocation.regions, cell.name)
    case .all: return joined("SUM(\(amounts))", "SUM(\(services.year(year)))")
    }
  }

  private func joined(_ amounts: String, _ services: @autoclosure () -> String) -> String {
    paid.services.isEmpty ? amounts : "\(amounts)+\(services())"
  }
}

/// The sheets of a workbook, in order.
private enum BookPart: CaseIterable {
  case summary, allocation, services, beneficiaries, deployment, inPlace, coverage, prices
  case parameters, glossary, checks

  /// `nil` where the plan has nothing to show there.
  func sheet(of book: PlanBook) -> Sheet? {
    switch self {
    case .summary: SummarySheet(book: book).sheet
    case .allocation: AllocationSheet(book: book).sheet
    case .services: book.paid.services.isEmpty ? nil : ServicesSheet(book: book).sheet
    case .beneficiaries: BeneficiariesSheet(book: book).sheet
    case .deployment: DeploymentSheet(book: book).sheet
    case .inPlace: InPlaceSheet(book: book).sheet
    case .coverage: CoverageSheet(book: book).sheet
    case .prices: PricesSheet(book: book).sheet
    case .parameters: ParametersSheet(book: book).sheet
    case .glossary: GlossarySheet(book: book).sheet
    case .checks: ChecksSheet(book: book).sheet
    }
  }
}

/// The workbook of a plan.
///
/// `docs/report.md` says what stands where.
public enum PlanWorkbook {
  /// The workbook.
  ///
  /// - Parameters:
  ///   - outcome: the plan.
  ///   - manifest: manifest of its folder.
  ///   - language: language of the words.
  ///   - created: when the plan was written, in seconds since 1970.
  /// - Returns: the document.
  public static func document(
    _ outcome: PlanOutcome, manifest: ManifestDocument, language: Language, created: Int
  ) -> WorkbookDocument {
    let book = PlanBook(PageContext(outcome, manifest, language))
    // From the end: the longest sheet is near to it, and the others are laid out beside it.
    let parts = BookPart.allCases
    let laidOut = Concurrent.map(parts.reversed()) { $0.sheet(of: book) }
    return WorkbookDocument(
      title: "Relève · \(outcome.scenario.title)", created: created,
      sheets: laidOut.reversed().compactMap { $0 })
  }

  /// Sheets of the plan for a workbook that holds its study: summary, allocation, services,
  /// deployment and coverage, under names that no sheet of a study has.
  ///
  /// - Parameters:
  ///   - outcome: the plan.
  ///   - manifest: manifest of its folder.
  ///   - language: language of the words.
  /// - Returns: the sheets.
  public static func resultSheets(
    _ outcome: PlanOutcome, manifest: ManifestDocument, language: Language
  ) -> [Sheet] {
    let book = PlanBook(PageContext(outcome, manifest, language), isLive: false)
    var sheets = [SummarySheet(book: book).sheet, AllocationSheet(book: book).sheet]
    if !book.paid.services.isEmpty { sheets.append(ServicesSheet(book: book).sheet) }
    sheets += [DeploymentSheet(book: book).sheet, CoverageSheet(book: book).sheet]
    return sheets.map { sheet in
      var sheet = sheet
      sheet.name = book.text("result", ["name": sheet.name])
      return sheet
    }
  }
}
