namespace Azukari.Repository.Tests;

public sealed class DomainPurityTests
{
    private static readonly string Domain = Path.Combine(AppContext.BaseDirectory, "Azukari.Domain.dll");

    public static TheoryData<string> Laws => [.. PurityLaw.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void The_rules_are_kept_apart_from(string law) =>
        Law.HoldsFor(PurityLaw.All.Single(candidate => candidate.Name == law).Broken(AssemblyUses.Read(Domain)));

    [Fact]
    public void The_rules_need_nothing_but_the_base_class_library() =>
        Assert.DoesNotContain(AssemblyUses.ReadAssemblies(Domain), name => !name.StartsWith("System.", StringComparison.Ordinal));

    // The controls: a reader that saw nothing would let everything pass.
    [Theory]
    [InlineData("clock", "System.DateTimeOffset::get_UtcNow")]
    [InlineData("clock", "System.DateTime::get_Today")]
    [InlineData("clock", "System.Diagnostics.Stopwatch::GetTimestamp")]
    [InlineData("clock", "System.TimeProvider")]
    [InlineData("the machine's surroundings", "System.Environment::get_TickCount64")]
    [InlineData("the machine's surroundings", "System.Globalization.CultureInfo::get_CurrentCulture")]
    [InlineData("input and output", "System.IO.File::Exists")]
    [InlineData("input and output", "System.Net.Dns::GetHostName")]
    [InlineData("input and output", "System.Console::WriteLine")]
    [InlineData("randomness", "System.Random::get_Shared")]
    [InlineData("randomness", "System.Security.Cryptography.RandomNumberGenerator::GetInt32")]
    [InlineData("randomness", "System.Guid::NewGuid")]
    [InlineData("JSON and logging", "System.Text.Json.JsonSerializer::Serialize")]
    [InlineData("tasks and threads", "System.Threading.Tasks.Task::Delay")]
    [InlineData("tasks and threads", "System.Runtime.CompilerServices.AsyncTaskMethodBuilder::SetResult")]
    [InlineData("tasks and threads", "System.Threading.AsyncLocal::get_Value")]
    [InlineData("reflection", "System.Type::GetMethod")]
    [InlineData("reflection", "System.Reflection.MethodInfo")]
    public void The_same_reader_sees_it_in_an_assembly_that_is_not_pure(string law, string use) =>
        Assert.Contains(use, PurityLaw.All.Single(candidate => candidate.Name == law).Broken(AssemblyUses.Read(typeof(ImpureOnPurpose).Assembly.Location)));

    [Fact]
    public void What_the_compiler_writes_into_a_pure_record_or_iterator_is_not_held_against_it()
    {
        var uses = AssemblyUses.Read(typeof(ImpureOnPurpose).Assembly.Location);

        Assert.Contains("System.Environment::get_CurrentManagedThreadId", uses);
        Assert.Contains("System.Type::op_Equality", uses);
        Assert.DoesNotContain(
            PurityLaw.All.SelectMany(law => law.Broken(uses)),
            use => use is "System.Environment::get_CurrentManagedThreadId" or "System.Type::op_Equality" or "System.Reflection.AssemblyCompanyAttribute");
    }
}
