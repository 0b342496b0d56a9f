// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Wording

/// What the page can do where scripts run: downloads, search, filters, order of rows.
///
/// Everything stands in the HTML before; without a script nothing is missing but these.
enum PageScript {
  /// Words that the script shows, as JSON.
  static func words(in language: Language) -> String {
    let words = Words(
      language: language.rawValue, download: Catalogue.text("page.download", in: language),
      shown: Catalogue.text(
        "page.shown", in: language, ["count": "{count}", "total": "{total}"]),
      separator: language == .french ? ";" : ",", decimal: language == .french ? "," : ".")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Texts and nothing else: encoding them does not fail.
    return (try? encoder.encode(words)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private struct Words: Encodable {
    let language: String
    let download: String
    let shown: String
    let separator: String
    let decimal: String
  }

  /// Works on tables by their `data-kind`.
  static let tables = #"""
    (function () {
    "use strict";
    var words = JSON.parse(document.getElementById("words").textContent);
    var french = words.language === "fr";
    function plain(text) {
      return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    }
    function shown(cell) {
      var copy = cell.cloneNode(true);
      copy.querySelectorAll(".mark").forEach(function (mark) { mark.remove(); });
      return copy.textContent.trim();
    }
    function number(cell) {
      if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
      var text = shown(cell).replace(/\u2212/g, "-").split(" / ")[0];
      text = french ? text.replace(/[\u202f\u00a0 ]/g, "").replace(",", ".") : text.replace(/,/g, "");
      var value = parseFloat(text);
      return isNaN(value) ? -Infinity : value;
    }
    function field(cell) {
      var text = shown(cell);
      if (cell.classList.contains("n") && text.indexOf("/") < 0) {
        var value = number(cell);
        return isFinite(value) ? String(value).replace(".", words.decimal) : "";
      }
      if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
      return /[",;\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    }
    function csv(table) {
      var lines = [];
      table.querySelectorAll("tr").forEach(function (row) {
        lines.push(Array.prototype.map.call(row.cells, field).join(words.separator));
      });
      return "\ufeff" + lines.join("\r\n") + "\r\n";
    }
    document.querySelectorAll("table").forEach(function (table) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "download";
      button.textContent = words.download;
      button.setAttribute("aria-label", words.download + " – " + table.caption.textContent);
      button.addEventListener("click", function () {
        var link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv;charset=utf-8" }));
        link.download = table.id.replace(/-table$/, "") + ".csv";
        link.click();
        setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
      });
      table.parentNode.insertAdjacentElement("afterend", button);
    });
    var table = document.querySelector('table[data-kind="search"]');
    if (!table) return;
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var keys = rows.map(function (row) {
      return plain(row.cells[0].textContent + " " + row.cells[1].textContent);
    });
    var search = document.getElementById("who-search");
    var region = document.getElementById("who-region");
    var nisClass = document.getElementById("who-class");
    var count = document.getElementById("who-count");
    function filter() {
      var wanted = plain(search.value).split(/\s+/), visible = 0;
      rows.forEach(function (row, place) {
        var fits = wanted.every(function (word) { return keys[place].indexOf(word) >= 0; }) &&
          (!region.value || row.cells[2].textContent === region.value) &&
          (!nisClass.value || row.cells[3].textContent === nisClass.value);
        row.hidden = !fits;
        if (fits) visible += 1;
      });
      count.textContent = words.shown.replace("{count}", visible).replace("{total}", rows.length);
    }
    [search, region, nisClass].forEach(function (input) {
      input.addEventListener("input", filter);
    });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, place) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var isNumber = rows.length && rows[0].cells[place].classList.contains("n");
        var next = head.getAttribute("aria-sort") === (isNumber ? "descending" : "ascending")
          ? (isNumber ? "ascending" : "descending") : (isNumber ? "descending" : "ascending");
        Array.prototype.forEach.call(head.parentNode.cells, function (other) {
          other.removeAttribute("aria-sort");
        });
        head.setAttribute("aria-sort", next);
        var sign = next === "ascending" ? 1 : -1;
        var order = rows.map(function (row, position) {
          var cell = row.cells[place];
          return { row: row, position: position, key: isNumber ? number(cell) : plain(shown(cell)) };
        });
        order.sort(function (a, b) {
          if (a.key < b.key) return -sign;
          if (a.key > b.key) return sign;
          return a.position - b.position;
        });
        order.forEach(function (entry) { body.appendChild(entry.row); });
      });
    });
    document.getElementById("who-tools").hidden = false;
    filter();
    })();
    """#
}
