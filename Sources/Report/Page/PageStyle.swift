// SPDX-License-Identifier: GPL-3.0-or-later

/// How the page looks on a screen and on paper.
enum PageStyle {
  /// Colours of text are at least 7:1 against what they stand on.
  ///
  /// Sections are laid out when they come into sight: thousands of rows would hold up the first of
  /// them otherwise.
  static let sheet = """
    :root{color-scheme:light}
    body{margin:0 auto;max-width:76rem;padding:0 1rem 3rem;color:#1b1b1b;background:#fff;
    font:16px/1.5 system-ui,"Liberation Sans",Arial,sans-serif}
    h1{font-size:1.9rem;line-height:1.2;margin:1.2rem 0 .4rem}
    h2{font-size:1.4rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #1f3a68;padding-bottom:.2rem}
    h3{font-size:1.1rem;margin:1.2rem 0 .3rem}
    p,li,dd{max-width:60rem}
    a{color:#0b3d91}
    a:focus,button:focus,input:focus,select:focus,summary:focus,.scroll:focus{outline:3px solid #b34000;
    outline-offset:2px}
    .skip{position:absolute;left:-100rem}
    .skip:focus{left:1rem;top:.5rem;background:#fff;padding:.5rem;z-index:2}
    .status{font-weight:600}
    .answer li{margin:.4rem 0;font-size:1.08rem}
    nav ol{columns:3 16rem;padding-left:1.4rem}
    .scroll{overflow-x:auto;margin:1rem 0 .2rem}
    table{border-collapse:collapse;width:100%;font-size:.92rem}
    caption{text-align:left;font-weight:600;padding:.3rem 0}
    th,td{border-bottom:1px solid #b9c0cc;padding:.25rem .5rem;text-align:left;vertical-align:top}
    thead th{background:#e8edf5;border-bottom:2px solid #1f3a68}
    tbody th{font-weight:400}
    #who-table tbody th{min-width:14rem}
    tfoot th,tfoot td{font-weight:600;border-top:2px solid #1f3a68}
    .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
    th button{font:inherit;font-weight:600;border:0;background:none;color:#0b3d91;text-decoration:underline;
    cursor:pointer;padding:0;text-align:inherit}
    button.download{font:inherit;font-size:.85rem;color:#0b3d91;background:#fff;border:1px solid #0b3d91;
    border-radius:3px;padding:.15rem .5rem;cursor:pointer;margin-bottom:1rem}
    .mark{font-size:.75rem;border:1px solid #5c3a00;color:#5c3a00;background:#fff6e5;border-radius:3px;
    padding:0 .25rem;white-space:nowrap;font-weight:400}
    .tools{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.8rem 0}
    .tools[hidden]{display:none}
    input,select{font:inherit;padding:.2rem .4rem;border:1px solid #555;border-radius:3px}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}
    dt{font-weight:600}
    dd{margin:0;overflow-wrap:anywhere}
    #inputs-table td,#outputs-table td,#sources-table th,#sources-table td{overflow-wrap:anywhere}
    figure{margin:1rem 0}
    figcaption{font-weight:600}
    .chart{overflow-x:auto}
    footer{margin-top:3rem;border-top:1px solid #b9c0cc;font-size:.9rem}
    @media screen{main section{content-visibility:auto;contain-intrinsic-size:auto 1500px}}
    @media print{@page{size:A4;margin:14mm}
    body{max-width:none;padding:0;font-size:9.5pt}
    h1{font-size:18pt}h2{font-size:13pt;break-after:avoid}h3{font-size:11pt}.mark{font-size:6pt}h3,figcaption,caption{break-after:avoid}
    .skip,nav,.tools,.download{display:none!important}
    .scroll,.chart{overflow:visible}
    table{font-size:7.5pt}#who-table tbody th{min-width:0}th,td{padding:1pt 3pt}
    thead{display:table-header-group}tfoot{display:table-row-group}
    tr,figure{break-inside:avoid}
    th button{display:contents;color:#1b1b1b;text-decoration:none}
    a{color:inherit;text-decoration:none}
    .chart svg{max-width:100%;height:auto}}
    """
}
