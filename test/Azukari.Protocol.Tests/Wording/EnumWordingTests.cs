using System.Reflection;
using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class EnumWordingTests
{
    private static readonly Type[] Worded = [typeof(EnumWording), typeof(RoleWording), typeof(WatchWording), typeof(IncidentWording), typeof(MediaWording), typeof(LawWording)];

    // R1 to R36 are written as they are; a reason has sentences, not a name.
    private static readonly Type[] Otherwise = [typeof(Rule), typeof(Reason)];

    public static TheoryData<Type> Enums => [.. typeof(Act).Assembly.GetExportedTypes().Where(type => type.IsEnum).Except(Otherwise)];

    [Theory]
    [MemberData(nameof(Enums))]
    public void Every_choice_of_the_domain_has_words_in_both_languages(Type type)
    {
        var of = Assert.Single(Worded.SelectMany(worded => worded.GetMethods(BindingFlags.Public | BindingFlags.Static)), method => method.GetParameters()[0].ParameterType == type);

        var words = Enum.GetValues(type).Cast<object>().Select(member => (Member: member, Words: (Words)of.Invoke(null, [member])!)).ToArray();

        Assert.NotEmpty(words);
        Assert.All(words, row => Both.AreWords(row.Words, $"{type.Name}.{row.Member}"));
        Assert.Distinct(words.Select(row => row.Words.Ja));
        Assert.Distinct(words.Select(row => row.Words.En));
    }

    [Theory]
    [InlineData(Role.Approver, "承認者", "approver")]
    [InlineData(Role.Witness, "立会者", "witness")]
    [InlineData(Role.SecurityOfficer, "情報セキュリティ管理者", "security officer")]
    [InlineData(Role.ProjectManager, "業務責任者", "project manager")]
    [InlineData(Role.InformationManager, "機密情報管理責任者", "confidential information manager")]
    [InlineData(Role.Operator, "作業者", "operator")]
    [InlineData(Role.Keeper, "保管責任者", "keeper")]
    [InlineData(Role.Auditor, "監査者", "auditor")]
    public void A_duty_has_the_name_that_the_glossary_gives_it(Role role, string ja, string en) => Assert.Equal(new Words(ja, en), RoleWording.Of(role));

    [Fact]
    public void The_site_step_is_recorded_in_the_rule_books_own_words() => Assert.Equal("keys dead, not yet sanitised", RoleWording.Of(Phase.ErasedAtSite).En);
}
