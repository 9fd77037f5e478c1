namespace Azukari.Server.Custody;

/// <summary>The page's style: one column, large numbers, readable in the dark, on a phone and on paper.</summary>
internal static class Style
{
    internal const string Sheet = """
        :root{color-scheme:light dark;--ink:#1a1a1c;--soft:#626264;--paper:#fff;--line:#d8d8db;--blue:#0017c1;--red:#ce0000;--amber:#8a5300}
        @media (prefers-color-scheme:dark){:root{--ink:#f1f1f4;--soft:#b4b4b7;--paper:#1a1a1c;--line:#414143;--blue:#9db7f9;--red:#ff8a8a;--amber:#ffc36b}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:56rem;padding:1rem;font:1rem/1.7 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic UI",sans-serif;color:var(--ink);background:var(--paper)}
        header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:1px solid var(--line)}
        .brand{font-weight:700;font-size:1.25rem}.brand span{color:var(--soft);font-weight:400;font-size:1rem}
        a{color:var(--blue)}h1{font-size:1.75rem;line-height:1.4}
        .count{display:inline-block;min-width:2.2rem;text-align:center;border-radius:1.1rem;background:var(--ink);color:var(--paper);font-size:1.1rem;vertical-align:middle}
        ul{list-style:none;padding:0}li{border:1px solid var(--line);border-left:.5rem solid var(--blue);border-radius:.5rem;padding:.5rem 1rem;margin:0 0 1rem}
        li.late{border-left-color:var(--amber)}li.lost{border-left-color:var(--red)}
        h2{font-size:1.15rem;margin:.25rem 0}h2 small{color:var(--soft);font-weight:400}h2 em{font-style:normal;color:var(--blue)}.late h2 small{color:var(--soft);font-weight:400}h2 em{color:var(--amber)}.lost h2 small{color:var(--soft);font-weight:400}h2 em{color:var(--red)}
        dl{display:grid;grid-template-columns:6rem 1fr;margin:.25rem 0;gap:0 1rem}dt{color:var(--soft)}dd{margin:0}dd strong{font-size:1.5rem}.left{color:var(--soft)}
        .empty{font-size:1.25rem;padding:2rem 0;color:var(--soft)}footer{color:var(--soft);font-size:.875rem;border-top:1px solid var(--line);padding-top:.5rem}
        @media (max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.5rem}}
        @media print{body{max-width:none}a{display:none}li{break-inside:avoid}}
        """;
}
