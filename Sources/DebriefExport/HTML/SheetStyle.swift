/// How a sheet looks, in a browser and on paper.
enum SheetStyle {
  /// The style sheet. Its digest stands in the policy of each page.
  static let text = """

    :root { --ink: #1d2129; --dim: #5a6270; --line: #d5d9e0; --good: #1c6b3a; --bad: #9a3412;
      --bar: #35588f; --rest: #dfe3ea; --paper: #ffffff; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e8ec; --dim: #a3abb8; --line: #3a404b; --good: #7fd19b; --bad: #f0a37f;
        --bar: #8fb3ec; --rest: #353c48; --paper: #16191f; }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); }
    body { font: 16px/1.45 system-ui, "Noto Sans", "DejaVu Sans", sans-serif; margin: 0; }
    main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 2.5rem; }
    h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
    h2 { font-size: 1.02rem; margin: 1.3rem 0 .4rem; padding-bottom: .15rem;
      border-bottom: 1px solid var(--line); }
    h3 { font-size: .95rem; margin: 0 0 .3rem; white-space: pre-wrap; }
    p, li, td, th, blockquote { overflow-wrap: anywhere; white-space: pre-line; }
    p { margin: .25rem 0; }
    ul, ol { margin: .25rem 0; padding-inline-start: 1.4rem; }
    .standing, .aside, footer { color: var(--dim); }
    .lead { font-weight: 600; margin-top: .5rem; }
    .against { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; }
    .good h3 { color: var(--good); }
    .bad h3 { color: var(--bad); }
    .points { list-style: none; padding: 0; }
    .points li { display: grid; grid-template-columns: 3.4rem 1fr; margin: .2rem 0; }
    .weight { color: var(--dim); white-space: nowrap; }
    .good .full { fill: var(--good); }
    .bad .full { fill: var(--bad); }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: start; vertical-align: top; padding: .12rem .8rem .12rem 0; }
    th { color: var(--dim); font-weight: normal; white-space: nowrap; width: 1%; }
    .meters th { white-space: pre-line; width: 28%; }
    .steps th { width: 1%; white-space: nowrap; }
    td.bar { width: 1%; }
    blockquote { margin: .4rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--line); }
    .words { white-space: pre-line; }
    svg { vertical-align: middle; }
    svg.strip { display: block; width: 100%; height: auto; margin: .3rem 0 .5rem; }
    svg.code { display: block; width: 11rem; height: auto; }
    .full { fill: var(--bar); }
    .empty { fill: var(--rest); }
    .ahead { fill: var(--paper); stroke: var(--bar); stroke-width: 1.5; }
    .line { stroke: var(--line); stroke-width: 2; }
    text { font-size: 13px; fill: var(--ink); }
    text.dim { fill: var(--dim); font-size: 11px; }
    footer { margin-top: 1.4rem; font-size: .87rem; }
    @media (max-width: 34rem) { .against { grid-template-columns: 1fr; } }
    @media print {
      @page { margin: 11mm 14mm; }
      :root { --ink: #000; --dim: #444; --line: #bbb; --good: #14532d; --bad: #7c2d12; --bar: #2c4a7c;
        --rest: #ddd; --paper: #fff; color-scheme: light; }
      body { font-size: 8.6pt; line-height: 1.18; }
      main { max-width: none; padding: 0; }
      h1 { font-size: 13pt; }
      p { margin: .4mm 0; }
      th, td { padding: .15mm 2.5mm .15mm 0; }
      .points li { margin: .3mm 0; }
      footer { margin-top: 2mm; font-size: 8.6pt; }
      h2 { font-size: 9.2pt; margin: 1.7mm 0 .5mm; break-after: avoid; }
      h3 { font-size: 8.6pt; margin: 0; break-after: avoid; }
      li, tr, blockquote, svg { break-inside: avoid; }
      .against { grid-template-columns: 1fr 1fr; gap: 6mm; }
      .full, .empty, .ahead { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .leave { display: none; }
    }

    """
}
