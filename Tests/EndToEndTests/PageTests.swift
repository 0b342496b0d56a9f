// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite struct `The page of a planned tutorial` {
  @Test func `is written beside the plan, in French or English, and replaced only when asked`()
    async throws
  {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let run = try await sandbox.run("report", "plan/", "--charts", "nowhere")
    #expect(run.status == 0 && run.output.contains("plan.html"))
    #expect(run.errors.contains("libjs-vega") && run.errors.split(separator: "\n").count == 1)
    let page = try sandbox.text("plan.html")
    #expect(page.contains("<html lang=\"fr\">") && page.contains("Pont-Bleu"))
    let again = try await sandbox.run("report", "plan")
    #expect(again.status == 3 && again.output == "")
    #expect(try sandbox.text("plan.html") == page)
    let english = try await sandbox.run(
      "report", "plan", "--replace", "--charts", "nowhere", "--lang", "en", "--json", "--quiet")
    #expect(english.status == 0 && english.errors == "")
    #expect(english.output.contains("\"charts\" : false"))
    #expect(try sandbox.text("plan.html").contains("<html lang=\"en\">"))
    try sandbox.write("mine", as: "mine.html")
    let mine = try await sandbox.run("report", "plan", "--html", "mine.html", "--replace")
    #expect(mine.status == 3)
    #expect(try sandbox.text("mine.html") == "mine")
  }

  @Test func `a plan that changed, and a place that is none, leave nothing`() async throws {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let before = try sandbox.listing()
    let place = try await sandbox.run("report", "plan", "--html", "no/such/page.html")
    #expect(place.status == 3 && place.output == "")
    try sandbox.append("x", to: "plan/coverage.csv")
    let altered = try await sandbox.run("report", "plan", "--html", "page.html")
    #expect(altered.status == 3 && altered.errors.contains("coverage.csv"))
    #expect(try sandbox.listing() == before)
  }

  @Test(.enabled(if: Chromium.isInstalled, "needs Debian's chromium"))
  func `loads in a browser without errors; search, filters and order work`() async throws {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let run = try await sandbox.run(
      "report", "plan", "--html", "page.html", "--charts", "nowhere")
    #expect(run.status == 0)
    let seen = try await Chromium.open(
      "page.html", in: sandbox,
      script: """
        var rows = function () {
          return Array.prototype.filter.call(
            document.querySelector("#who-table tbody").rows, function (row) { return !row.hidden; });
        };
        var type = function (id, text) {
          var input = document.getElementById(id);
          input.value = text;
          input.dispatchEvent(new Event("input"));
        };
        report("all " + rows().length);
        type("who-search", "PONT-BLEU");
        report("found " + rows().length + " " + rows()[0].cells[1].textContent);
        type("who-search", "");
        type("who-region", "Corse");
        report("corse " + rows().length + " " + document.getElementById("who-count").textContent);
        type("who-region", "");
        var heads = document.querySelectorAll("#who-table thead th");
        var total = heads.length - 2;
        heads[total].querySelector("button").click();
        report("sort " + heads[total].getAttribute("aria-sort"));
        report("totals " + rows().map(function (row) {
          return row.cells[total].textContent.replace(/[^0-9]/g, "");
        }).join(" "));
        URL.createObjectURL = function (blob) {
          blob.text().then(function (text) { report("csv " + text.split("\\r\\n").join("|")); });
          return "#";
        };
        document.querySelector("#who-table").parentNode.nextSibling.click();
        report("downloads " + (document.querySelectorAll("button.download").length ===
          document.querySelectorAll("table").length));
        """)
    #expect(seen.console == [])
    #expect(seen.reported.count == 7, "\(seen.reported)")
    let told = Dictionary(
      uniqueKeysWithValues: seen.reported.map { line in
        let words = line.split(separator: " ", maxSplits: 1)
        return (String(words[0]), String(words.last ?? ""))
      })
    #expect(told["all"] == "12" && told["found"] == "1 INV-02")
    #expect(told["corse"]?.hasPrefix("4 Bénéficiaires affichés : 4 sur 12") == true)
    #expect(told["sort"] == "descending" && told["downloads"] == "true")
    let lines = (told["csv"] ?? "").split(separator: "|").map { $0.split(separator: ";") }
    #expect(lines.count == 14 && lines.first?.contains("Identifiant") == true)
    let allocation = try WrittenTable(sandbox.url("plan/allocation.csv").path)
    let paid = allocation.rows.reduce(0) { $0 + (Int($1["euros"] ?? "") ?? 0) }
    #expect(lines.last?.last.flatMap { Int($0) } == paid && paid > 0)
    let totals = (told["totals"] ?? "").split(separator: " ").compactMap { Int($0) }
    #expect(totals.count == 12 && totals == totals.sorted(by: >) && Set(totals).count > 1)
  }

  /// Two regions as squares; the rings run the two ways.
  private static let boundaries = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"code":"53"},"geometry":{"type":"Polygon","coordinates":
    [[[-4,47],[-1,47],[-1,49],[-4,49],[-4,47]]]}},
    {"type":"Feature","properties":{"code":"94"},"geometry":{"type":"Polygon","coordinates":
    [[[8,41],[8,43],[10,43],[10,41],[8,41]]]}}]}
    """

  @Test func `says what changes against another plan`() async throws {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let more = try await sandbox.run(
      "plan", "study+more-money", "--out", "more", "--quiet")
    #expect(more.status == 0)
    let run = try await sandbox.run(
      "report", "more", "--html", "page.html", "--baseline", "plan", "--charts", "nowhere")
    #expect(run.status == 0)
    let page = try sandbox.text("page.html")
    let section = try #require(
      page.components(separatedBy: "<section id=\"baseline\"").dropFirst().first
    )
    .components(separatedBy: "</section>")[0]
    #expect(section.contains("par rapport à plan") && section.contains("M€"))
    // The layer changes amounts of a vehicle: each is a line of inputs.
    #expect(section.components(separatedBy: "<li>").count > 6)
    let study = try await sandbox.run(
      "report", "more", "--html", "x.html", "--baseline", "study", "--charts", "nowhere")
    #expect(study.status == 3 && study.errors.contains("study") && !sandbox.exists("x.html"))
  }

  @Test func `has curves that were made of the same study, and no others`() async throws {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let supply = try await sandbox.run(
      "supply", "study", "--class", "EE", "--points", "3", "--out", "supply", "--quiet")
    #expect(supply.status == 0)
    let frontier = try await sandbox.run(
      "frontier", "study", "--goals", "nis_shortfall", "avoided_loss", "--points", "4", "--out",
      "frontier", "--quiet")
    #expect(frontier.status == 0)
    let run = try await sandbox.run(
      "report", "plan", "--html", "page.html", "--curve", "supply", "--curve", "frontier")
    #expect(run.status == 0)
    let page = try sandbox.text("page.html")
    for name in ["supply", "frontier"] {
      #expect(page.contains("<section id=\"\(name)\"") && page.contains("id=\"\(name)-table\""))
    }
    let rows = try WrittenTable(sandbox.url("supply/supply.csv").path).rows
    let table = page.components(separatedBy: "<table id=\"supply-table\"")[1]
      .components(separatedBy: "</table>")[0]
    #expect(table.components(separatedBy: "<tr>").count == rows.count + 2 && rows.count >= 3)
    for row in rows { #expect(table.contains(row["public_euros"] ?? "?")) }
    if Chromium.isInstalled, Self.hasLibrary {
      let seen = try await Chromium.open(
        "page.html", in: sandbox,
        script: """
          ["supply", "frontier"].forEach(function (name) {
            var place = document.querySelector('[data-for="' + name + '-data"]');
            report(name + " " + place.dataset.v + " " + (place.querySelectorAll("svg path").length > 5));
          });
          """)
      #expect(seen.console == [])
      #expect(seen.reported == ["supply drawn true", "frontier drawn true"])
    }
    // Of another study, no curve at all, and one twice: all at once.
    let more = try await sandbox.run(
      "supply", "study+more-money", "--class", "EE", "--points", "2", "--out", "other", "--quiet")
    #expect(more.status == 0)
    let refused = try await sandbox.run(
      "report", "plan", "--html", "x.html", "--curve", "other", "--curve", "supply", "--curve",
      "study")
    #expect(refused.status == 3 && !sandbox.exists("x.html"))
    for word in ["more-money", "d’une autre étude", "releve frontier", "Deux dossiers"] {
      #expect(refused.errors.contains(word), "\(word)")
    }
  }

  @Test func `says who is next in line, from a ladder that begins with the study's own money`()
    async throws
  {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    let without = try await sandbox.run(
      "report", "plan", "--html", "without.html", "--charts", "nowhere")
    #expect(without.status == 0)
    let page = try sandbox.text("without.html")
    #expect(page.contains("releve ladder ÉTUDE") && !page.contains("<section id=\"next\""))
    let ladder = try await sandbox.run(
      "ladder", "study", "--steps", "100%;112,5%;150%", "--out", "marches", "--quiet")
    #expect(ladder.status == 0)
    let run = try await sandbox.run(
      "report", "plan", "--html", "page.html", "--ladder", "marches", "--charts", "nowhere")
    #expect(run.status == 0)
    let section = try #require(
      sandbox.text("page.html").components(separatedBy: "<section id=\"next\"").dropFirst().first
    ).components(separatedBy: "</section>")[0]
    #expect(section.contains("112,5\u{202F}%") && section.contains("150\u{202F}%"))
    // Every figure of the section follows from the ladder's tables.
    let money = try WrittenTable(sandbox.url("marches/beneficiaries.csv").path).rows
    let added = try WrittenTable(sandbox.url("marches/deployment.csv").path).rows
    func received(_ step: Int) -> [String: Double] {
      Dictionary(
        uniqueKeysWithValues: money.filter { $0["step"] == "\(step)" }.map {
          ($0["beneficiary"] ?? "", Double($0["kept_received_euros"] ?? "") ?? .nan)
        })
    }
    var named = 0
    for step in [2, 3] {
      let table = section.components(separatedBy: "<table id=\"next-table-\(step - 1)\"")[1]
        .components(separatedBy: "</table>")[0]
      let (before, here) = (received(step - 1), received(step))
      let more = here.filter { $0.value - (before[$0.key] ?? .nan) >= 1 }
      #expect(table.components(separatedBy: "<tr>").count == more.count + 2, "step \(step)")
      for (id, amount) in more {
        let row = try #require(table.components(separatedBy: "<tr>").first { $0.contains(id) })
        let euros = String(Int((amount - (before[id] ?? .nan)).rounded()))
        #expect(row.filter(\.isNumber).contains(euros), "\(id)")
        for change in added where change["step"] == "\(step)" && change["beneficiary"] == id {
          let below = try #require(Double(change["share_below"] ?? ""))
          let text = "\(change["measure"] ?? "") de \(Int((100 * below).rounded()))"
          #expect(row.contains(text), "\(id) \(text)")
          named += 1
        }
      }
    }
    #expect(named > 3)

    // Steps that begin elsewhere, a folder of another kind, another study, a file that was changed.
    let elsewhere = try await sandbox.run(
      "ladder", "study", "--steps", "90%,100%", "--out", "below", "--quiet")
    #expect(elsewhere.status == 0)
    let other = try await sandbox.run(
      "ladder", "study+more-money", "--steps", "100%,110%", "--out", "other", "--quiet")
    #expect(other.status == 0)
    try sandbox.write(
      sandbox.text("marches/beneficiaries.csv") + "\n", as: "marches/beneficiaries.csv")
    for (folder, word) in [
      ("below", "--steps 100%,101%"), ("plan", "releve ladder"), ("other", "more-money"),
      ("marches", "beneficiaries.csv"),
    ] {
      let refused = try await sandbox.run(
        "report", "plan", "--html", "x.html", "--ladder", folder, "--charts", "nowhere")
      #expect(refused.status == 3 && !sandbox.exists("x.html"), "\(folder)")
      #expect(refused.errors.contains(word), "\(folder)")
    }
  }

  @Test func `boundaries that are none leave a map of tiles and one warning`() async throws {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    try sandbox.write("{}", as: "none.geojson")
    for file in ["none.geojson", "missing.geojson"] {
      let run = try await sandbox.run(
        "report", "plan", "--html", "page.html", "--replace", "--map", file, "--charts", "nowhere")
      #expect(run.status == 0 && run.errors.contains(file) && run.errors.contains("tuiles"))
      #expect(try sandbox.text("page.html").contains("id=\"map-table\""))
    }
    let without = try await sandbox.run("report", "plan", "--xlsx", "--map", "none.geojson")
    #expect(without.status == 2)
  }

  private static var hasLibrary: Bool {
    FileManager.default.fileExists(atPath: "/usr/share/javascript/vega/vega-view.min.js")
  }

  @Test(
    .enabled(if: Chromium.isInstalled && hasLibrary, "needs Debian's chromium and libjs-vega"))
  func `charts are drawn, and the page prints`() async throws {
    let sandbox = try await `The annex of a planned tutorial`.planned()
    try sandbox.write(Self.boundaries, as: "regions.geojson")
    let run = try await sandbox.run(
      "report", "plan", "--html", "page.html", "--json", "--map", "regions.geojson")
    #expect(run.status == 0 && run.output.contains("\"charts\" : true"))
    let seen = try await Chromium.open(
      "page.html", in: sandbox,
      script: """
        document.querySelectorAll('[data-kind="chart"]').forEach(function (place) {
          report(place.dataset.for + " " + place.dataset.v + " " +
            (place.querySelectorAll("svg path").length > 5));
        });
        var shapes = document.querySelectorAll('[data-for="map-data"] .mark-shape path');
        report(Array.prototype.map.call(shapes, function (shape) {
          var box = shape.getBBox();
          return box.width > 20 && box.width <= 460 && box.height > 20;
        }).join(" "));
        """)
    #expect(seen.console == [])
    #expect(
      seen.reported
        == ["money-data", "coverage-data", "losses-data", "map-data", "cliff-data"].map {
          "\($0) drawn true"
        } + ["true true"])
    try await Chromium.print("page.html", to: "page.pdf", in: sandbox)
    let pdf = String(decoding: try sandbox.bytes("page.pdf"), as: UTF8.self)
    let pages = pdf.matches(of: #/\/Type\s*\/Page\b(?!s)/#).count
    #expect(pdf.hasPrefix("%PDF") && (4...20).contains(pages), "\(pages) pages")
  }
}
