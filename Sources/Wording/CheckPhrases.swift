// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
  /// Phrases for trouble that arithmetic shows before solving.
  static let checkPhrases: [String: Phrase] =
    checkMoneyPhrases.merging(checkReachPhrases) { _, second in second }

  private static let checkMoneyPhrases: [String: Phrase] = [
    "check.floors_exceed_envelope": Phrase(
      fr: """
        {who} : les planchers de {count} bénéficiaires totalisent {value} {unit}, le vecteur en a au \
        plus {limit}. Aucun plan n’est possible : baissez les planchers ou augmentez l’enveloppe.
        """,
      en: """
        {who}: the floors of {count} beneficiaries add up to {value} {unit}, the vehicle has at most \
        {limit}. No plan can exist: lower the floors or raise the envelope.
        """),
    "check.floor_above_ceiling": Phrase(
      fr: """
        {who} : le plancher ({value} {unit}) dépasse le plafond ({limit} {unit}), ici et pour \
        {count} bénéficiaires en tout. Aucun plan n’est possible : rapprochez les deux barèmes.
        """,
      en: """
        {who}: the floor ({value} {unit}) is above the ceiling ({limit} {unit}), here and for {count} \
        beneficiaries in all. No plan can exist: bring the two schedules together.
        """),
    "check.no_worse_exceeds_money": Phrase(
      fr: """
        Les montants garantis à {count} bénéficiaires totalisent {value} {unit}, les vecteurs n’en \
        ont que {limit}. Aucun plan n’est possible : réduisez les garanties ou ajoutez des crédits.
        """,
      en: """
        The amounts guaranteed to {count} beneficiaries add up to {value} {unit}, the vehicles have \
        only {limit}. No plan can exist: reduce the guarantees or add money.
        """),
    "check.targets_exceed_money": Phrase(
      fr: """
        Atteindre les cibles NIS coûte au moins {value} {unit} ({count} bénéficiaires), pour {limit} \
        {unit} de moyens en tout. Elles ne seront pas toutes atteintes : étalez-les ou ajoutez des \
        moyens.
        """,
      en: """
        Reaching the NIS targets costs at least {value} {unit} ({count} beneficiaries), of {limit} \
        {unit} of means in all. They will not all be reached: spread them out or add means.
        """),
    "check.cliff_unavoidable": Phrase(
      fr: """
        {who} : au moins {value} {unit} par an restent à payer, pour {limit} {unit} de moyens \
        pérennes, alors que la règle de soutenabilité est stricte. Rendez-la souple, ou augmentez \
        les moyens d’après l’horizon.
        """,
      en: """
        {who}: at least {value} {unit} a year remain to be paid, against {limit} {unit} of lasting \
        means, and the sustainability rule is hard. Make it soft, or raise the means after the \
        horizon.
        """),
    "check.vehicle_without_payee": Phrase(
      fr: """
        {who} : {value} {unit} sont inscrits et ne peuvent payer personne. Vérifiez l’éligibilité, \
        les domaines, les natures et le délai de paiement de ce vecteur.
        """,
      en: """
        {who}: {value} {unit} are entered and can pay nobody. Check the eligibility, domains, natures \
        and payment lag of this vehicle.
        """),
    "check.territory_floors_exceed_whole": Phrase(
      fr: """
        {who} : les planchers des groupes totalisent {value} fois la dépense. Seule une dépense nulle \
        les respecte : ramenez la somme à 1 ou moins.
        """,
      en: """
        {who}: the floors of the groups add up to {value} times the spending. Only spending nothing \
        keeps them: bring the sum down to 1 or less.
        """),
    "check.territory_ceilings_below_whole": Phrase(
      fr: """
        {who} : les plafonds des groupes ne totalisent que {value} fois la dépense. Seule une dépense \
        nulle les respecte : portez la somme à 1 ou plus.
        """,
      en: """
        {who}: the ceilings of the groups add up to only {value} times the spending. Only spending \
        nothing keeps them: bring the sum up to 1 or more.
        """),
    "check.coefficient_spread": Phrase(
      fr: """
        Les coûts et pertes vont de {limit} à {value} {unit} : plus de neuf ordres de grandeur. Le \
        solveur y perd des chiffres : vérifiez les unités (€ ou k€) des montants extrêmes.
        """,
      en: """
        Costs and losses run from {limit} to {value} {unit}: over nine orders of magnitude. The \
        solver loses digits: check the units (€ or k€) of the extreme amounts.
        """),
  ]

  private static let checkReachPhrases: [String: Phrase] = [
    "check.target_unreachable": Phrase(
      fr: """
        {who} : la cible est de {value_percent} %, et {count} bénéficiaires ne peuvent pas \
        l’atteindre même en déployant au plus vite (le plus éloigné arrive à {limit_percent} %). \
        Baissez ou retardez la cible, ou relevez les vitesses.
        """,
      en: """
        {who}: the target is {value_percent}%, and {count} beneficiaries cannot reach it even at \
        full speed (the one farthest away gets to {limit_percent}%). Lower or delay the target, or \
        raise the speeds.
        """),
    "check.targets_exceed_staff": Phrase(
      fr: """
        {who} : atteindre les cibles NIS demande au moins {value} ETP, {limit} sont disponibles. \
        Augmentez les effectifs, mutualisez, ou étalez les cibles.
        """,
      en: """
        {who}: reaching the NIS targets needs at least {value} full-time equivalents, {limit} are \
        available. Raise the staff, share it, or spread the targets out.
        """),
    "check.locked_exceeds_whole": Phrase(
      fr: """
        {who} : les incréments déjà réalisés totalisent {value_percent} %, il n’y avait que \
        {limit_percent} % à déployer. Corrigez l’état initial ou les incréments.
        """,
      en: """
        {who}: the increments already done add up to {value_percent}%, only {limit_percent}% was \
        left to put in place. Correct the initial state or the increments.
        """),
    "check.massive_unreachable": Phrase(
      fr: """
        {who} : {value_percent} % du poids doit être couvert, le déploiement le plus rapide arrive \
        à {limit_percent} % ({count} bénéficiaires). Baissez la part, repoussez l’année ou relevez les vitesses.
        """,
      en: """
        {who}: {value_percent}% of the weight must be covered, the fastest deployment gets to \
        {limit_percent}% ({count} beneficiaries). Lower the share, move the year or raise the speeds.
        """),
  ]
}
