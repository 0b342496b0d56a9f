// SPDX-License-Identifier: GPL-3.0-or-later

/// The library that draws charts, read from where it is installed: Vega, as Debian's `libjs-vega` has
/// it.
///
/// Debian brings one file for each part of Vega and none for all. Every file expects the names of its
/// own parts as CommonJS modules do, so they are put in one after the other, each as a function.
public struct ChartLibrary: Sendable {
  /// Where Debian puts it.
  public static let standardFolder = "/usr/share/javascript/vega"

  /// Parts of Vega, those that others need first.
  public static let parts = [
    "vega-util", "vega-time", "vega-format", "vega-loader", "vega-dataflow", "vega-canvas",
    "vega-scale", "vega-scenegraph", "vega-expression", "vega-selection", "vega-statistics",
    "vega-functions", "vega-runtime", "vega-view", "vega-event-selector", "vega-parser",
    "vega-transforms", "vega-view-transforms", "vega-encode", "vega-projection",
    "vega-geo",
  ]

  /// Name of the file of a part.
  public static func fileName(of part: String) -> String { "\(part).min.js" }

  private let files: [String]

  /// Takes the parts.
  ///
  /// - Parameter files: the files' texts, in the order of ``parts``.
  public init(files: [String]) {
    precondition(files.count == Self.parts.count, "one file for each part")
    self.files = files
  }

  /// Programs that define the parts, then draw every chart of the page.
  var scripts: [String] {
    var scripts = [Self.loader]
    for (part, file) in zip(Self.parts, files) {
      scripts.append("releveCharts.part(\"\(part)\",function(exports,module,require){\(file)\n});")
    }
    return scripts + [Self.drawing]
  }

  /// One part asks for another as `vega-selections`.
  private static let loader = #"""
    var releveCharts = (function () {
    "use strict";
    // Debian's vega-projection asks it for one projection of the world, which no map here has.
    var parts = { "d3-geo-projection": {} };
    function named(name) { return parts[name] || parts[name.replace(/s$/, "")]; }
    return {
      part: function (name, define) {
        var exports = {};
        define(exports, { exports: exports }, named);
        parts[name] = exports;
      },
      named: named
    };
    })();
    """#

  /// A chart that cannot be drawn leaves its table, which says the same.
  private static let drawing = #"""
    (function () {
    "use strict";
    var part = releveCharts.named;
    part("vega-util").extend(part("vega-dataflow").transforms, part("vega-transforms"),
      part("vega-view-transforms"), part("vega-encode"), part("vega-geo"));
    if (document.documentElement.lang === "fr") {
      part("vega-format").numberFormatDefaultLocale({
        decimal: ",", thousands: "\u202f", grouping: [3], currency: ["", "\u202f\u20ac"]
      });
    }
    document.querySelectorAll('[data-kind="chart"]').forEach(function (place) {
      var specification = JSON.parse(document.getElementById(place.dataset.for).textContent);
      new (part("vega-view").View)(part("vega-parser").parse(specification), {
        renderer: "svg", container: place, hover: false
      }).runAsync().then(function () {
        var drawing = place.querySelector("svg");
        drawing.setAttribute("aria-hidden", "true");
        drawing.removeAttribute("role");
        place.dataset.v = "drawn";
      });
    });
    })();
    """#
}
