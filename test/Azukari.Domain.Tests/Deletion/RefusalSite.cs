using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Azukari.Domain.Tests.Deletion;

/// <summary>A place in the rules that names a rule's number in order to say no: what is deleted, one at a time.</summary>
/// <param name="Rule">The rule that speaks there.</param>
/// <param name="Place">File and line.</param>
/// <param name="Text">What is written there.</param>
internal sealed record RefusalSite(Rule Rule, string Place, string Text);

/// <summary>Rewrites the rules so that every place at which one speaks can be silenced while they run: a silenced rule has the number nought, and the door lets that pass.</summary>
/// <remarks>One build holds all deletions; building each apart would ask the same question three hundred times slower.</remarks>
internal sealed class Silencing(List<RefusalSite> sites) : CSharpSyntaxRewriter
{
    /// <summary>The switch that the rewritten rules ask; <c>Sites</c> is the set of those that are silent on this thread.</summary>
    internal const string Switch = """
        namespace Azukari.Domain;

        public static class Silenced
        {
            [System.ThreadStatic]
            public static System.Collections.Generic.IReadOnlySet<int>? Sites;

            internal static Rule At(int site, Rule rule) => Sites?.Contains(site) == true ? 0 : rule;
        }
        """;

    /// <summary>How often the door was found; it has to be once.</summary>
    internal int Doors { get; private set; }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        // A rule's number in a pattern asks who spoke; anywhere else it speaks.
        if (node is not { Expression: IdentifierNameSyntax { Identifier.Text: nameof(Rule) }, Name.Identifier.Text: var number } || node.FirstAncestorOrSelf<PatternSyntax>() is not null)
            return base.VisitMemberAccessExpression(node);

        var line = node.GetLocation().GetLineSpan();
        var said = node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or StatementSyntax or MemberDeclarationSyntax)!;
        var site = new RefusalSite(Enum.Parse<Rule>(number), $"{line.Path}:{line.StartLinePosition.Line + 1}", said.ToString().ReplaceLineEndings(" "));

        if (IsNew(said, site)) sites.Add(site);

        return SyntaxFactory.ParseExpression($"Azukari.Domain.Silenced.At({sites.Count - 1}, Rule.{number})");
    }

    /// <summary>Two equal rows of one table ask for two hands. Either would still ask when the other is gone; so they go together.</summary>
    private bool IsNew(SyntaxNode said, RefusalSite site) =>
        sites.Count == 0 || sites[^1].Text != site.Text || said.Parent is not ExpressionElementSyntax || said.Parent.Parent!.ToString().Split(site.Text).Length < 3;

    /// <summary>The door: where what every rule has said comes together.</summary>
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node is not { Identifier.Text: nameof(Rulebook.Decide), Parent: ClassDeclarationSyntax { Identifier.Text: nameof(Rulebook) } }) return base.VisitMethodDeclaration(node);

        var gathered = node.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access.Name.Identifier.Text == nameof(Enumerable.Distinct)).ToArray();
        Doors += gathered.Length;

        return node.ReplaceNodes(gathered, (_, access) => access.WithExpression(SyntaxFactory.ParseExpression($"{access.Expression}.Where(refusal => refusal.Rule != 0)")));
    }
}
