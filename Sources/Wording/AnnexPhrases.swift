// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// The annex of an order.
  static let annexPhrases: [String: Phrase] = [
    "annex.column.finess": Phrase(fr: "FINESS", en: "FINESS"),
    "annex.column.name": Phrase(fr: "Raison sociale", en: "Name"),
    "annex.column.year": Phrase(fr: "Année", en: "Year"),
    "annex.column.vehicle": Phrase(fr: "Vecteur", en: "Vehicle"),
    "annex.column.euros": Phrase(fr: "Montant (€)", en: "Amount (€)"),
    "annex.column.total": Phrase(fr: "Total", en: "Total"),
    "annex.title": Phrase(
      fr: "Relève · {title} · annexe : {beneficiaries}, {lines}",
      en: "Relève · {title} · annex: {beneficiaries}, {lines}"),
    "annex.line": Phrase(fr: "ligne", en: "line"),
    "annex.lines": Phrase(fr: "lignes", en: "lines"),
    "annex.notOptimal": Phrase(
      fr: """
        Attention : l’optimum de ce plan n’est pas prouvé. Le plan respecte toutes les règles, mais un \
        meilleur peut exister.
        """,
      en: """
        Beware: the optimum of this plan is not proven. The plan obeys every rule, but a better one \
        may exist.
        """),
    "annex.services": Phrase(
      fr: """
        Hors de l’annexe : {amount} payés pour des services partagés, qui ne vont à aucun \
        bénéficiaire (service_payments.csv).
        """,
      en: """
        Not in the annex: {amount} paid for shared services, which go to no beneficiary \
        (service_payments.csv).
        """),
    "annex.checksum": Phrase(fr: "SHA-256 : {hash}", en: "SHA-256: {hash}"),
    "annex.written": Phrase(
      fr: """
        Écrit dans {folder}/ : annex.csv (les lignes), totals.csv (par bénéficiaire et par année), \
        annex.xlsx (les deux, en classeur), canonical.csv (ce que l’empreinte couvre), \
        canonical.csv.sha256, annex.json.
        """,
      en: """
        Written to {folder}/: annex.csv (the lines), totals.csv (by beneficiary and year), \
        annex.xlsx (both, as a workbook), canonical.csv (what the checksum covers), \
        canonical.csv.sha256, annex.json.
        """),
    "annex.notFiness": Phrase(
      fr: """
        {count} bénéficiaires de l’annexe n’ont pas un numéro FINESS pour identifiant (par exemple \
        « {example} »). Un arrêté en demande un : donnez-le dans la table des bénéficiaires, puis \
        planifiez à nouveau.
        """,
      en: """
        {count} beneficiaries of the annex have no FINESS number for an identifier (for example \
        "{example}"). An order needs one: give it in the table of beneficiaries, then plan again.
        """),
    "help.report": Phrase(
      fr: "Ce que l'on emporte d'un plan : page, classeur, annexe d'un arrêté ou édition publique.",
      en: "What people take away from a plan: page, workbook, annex of an order, public edition."),
    "help.report.more": Phrase(
      fr: """
        Écrit une page HTML qui tient en un fichier, se lit hors ligne et s'imprime ; avec --xlsx, \
        un classeur dont les totaux et les contrôles sont des formules ; ou, avec --annex, le tableau qu'il faut à un arrêté : FINESS, raison sociale, année, vecteur, montant \
        en euros entiers, totaux et empreinte ; ou, avec --public, ce qui peut en être publié. Un dossier de plan modifié depuis est refusé.

        Exemple : releve report plan-essai --html plan-essai.html --xlsx plan-essai.xlsx
        """,
      en: """
        Writes one HTML page that stands alone, reads offline and prints; with --xlsx, a workbook \
        whose totals and checks are formulas; or, with --annex, the table an order needs: FINESS, name, year, vehicle, amount in whole euros, totals and \
        checksum; or, with --public, what may be published of it. A plan folder that was changed since is refused.

        Example: releve report plan-trial --html plan-trial.html --xlsx plan-trial.xlsx
        """),
    "help.report.annex": Phrase(
      fr: "Écrit l'annexe d'un arrêté dans le dossier de --out.",
      en: "Writes the annex of an order into the folder of --out."),
    "help.report.out": Phrase(
      fr: "Dossier de l'annexe ou de l'édition publique, nouveau ou vide.",
      en: "Folder of the annex or of the public edition, new or empty."),
    "report.annexNeedsOut": Phrase(
      fr: "--annex demande --out DOSSIER, et --out ne va qu'avec --annex ou --public.",
      en: "--annex needs --out DIR, and --out goes with --annex or --public only."),
    "report.csvNeedsAnnex": Phrase(
      fr: "--csv va avec --annex ou --public : la page a ses propres téléchargements.",
      en: "--csv goes with --annex or --public: the page has downloads of its own."),
  ]
}
