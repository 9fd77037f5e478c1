using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;
using Npgsql;

namespace Azukari.Extraction.Tests.Sources;

public sealed class PostgresSourceTests
{
    [Fact]
    public async Task All_datasets_are_of_one_moment_though_the_city_goes_on_working()
    {
        await using var bench = new Bench();
        var database = await bench.DatabaseAsync();
        await CreateAsync(database);
        var meddling = new Meddler(database, "insert into residents values ('9', 'late', null); delete from child_tax");

        using var package = new MemoryStream();
        var counts = await PackageWriter.WriteAsync(
            package, new PostgresSource(database, "public"), Town.Shapes, new PackageLimits(9), meddling, TestContext.Current.CancellationToken);

        Assert.True(meddling.Done);
        Assert.Equal([new("residents", 2, 2), new("child-tax", 1, 1)], counts.Datasets);
        var (_, later) = await Bench.PackAsync(new PostgresSource(database, "public"));
        Assert.Equal([new("residents", 3, 3), new("child-tax", 0, 0)], later.Datasets);
    }

    [Fact]
    public async Task Types_arrive_as_text_in_fixed_styles_whatever_the_session_prefers()
    {
        await using var bench = new Bench();
        var database = await bench.DatabaseAsync();
        await Bench.ExecuteAsync(database, "alter database " + database.CreateConnection().Database + " set datestyle = 'German'");
        database.Clear();
        await Bench.ExecuteAsync(database, """
            create table residents (unified_code char(8), name date, note timestamptz);
            create table child_tax (unified_code varchar, levy numeric(9,2));
            insert into residents values ('1', '2022-06-21', '2022-06-21 17:00+09');
            insert into child_tax values ('1', 5300)
            """);

        var (package, counts) = await Bench.PackAsync(new PostgresSource(database, "public"));

        var texts = Members.Texts(package).ToList();
        Assert.Equal("unified_code,name,note\r\n1,2022-06-21,2022-06-21 08:00:00+00\r\n", texts[0]);
        Assert.Equal("unified_code,levy\r\n1,5300.00\r\n", texts[1]);
        // char(8) would have been another person than varchar, had its padding come along.
        Assert.Equal(1, counts.People);
    }

    [Theory]
    [InlineData("alter table child_tax drop column levy", SourceFault.MissingField, "levy")]
    [InlineData("drop table child_tax", SourceFault.Unreadable, null)]
    public async Task What_is_missing_at_the_source_is_named(string sql, SourceFault fault, string? field)
    {
        await using var bench = new Bench();
        var database = await bench.DatabaseAsync();
        await CreateAsync(database);
        await Bench.ExecuteAsync(database, sql);

        var refused = await Assert.ThrowsAsync<SourceException>(() => Bench.PackAsync(new PostgresSource(database, "public")));

        Assert.Equal(("child-tax", fault, field), (refused.Dataset, refused.Fault, refused.Field));
    }

    [Fact]
    public async Task A_row_without_person_key_is_refused_with_its_number()
    {
        await using var bench = new Bench();
        var database = await bench.DatabaseAsync();
        await CreateAsync(database);
        await Bench.ExecuteAsync(database, "insert into residents values (null, '山田', null)");

        var refused = await Assert.ThrowsAsync<SourceException>(() => Bench.PackAsync(new PostgresSource(database, "public")));

        Assert.Equal((SourceFault.NoPersonKey, 3), (refused.Fault, (int)refused.Line));
        Assert.DoesNotContain("山田", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_hidden_by_row_level_security_are_an_error_and_no_smaller_count()
    {
        await using var bench = new Bench();
        var database = await bench.DatabaseAsync();
        await CreateAsync(database);
        await Bench.ExecuteAsync(database, """
            create role half_blind login;
            grant select on residents, child_tax to half_blind;
            alter table residents enable row level security;
            create policy half on residents using (unified_code = '1')
            """);
        await using var limited = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "half_blind" });

        var refused = await Assert.ThrowsAsync<SourceException>(() => Bench.PackAsync(new PostgresSource(limited, "public")));

        Assert.Equal((SourceFault.Unreadable, PostgresErrorCodes.InsufficientPrivilege), (refused.Fault, refused.Field));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_unreadable()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=/nonexistent;Username=nobody");

        var refused = await Assert.ThrowsAsync<SourceException>(() => Bench.PackAsync(new PostgresSource(nowhere, "public")));

        Assert.Equal(SourceFault.Unreadable, refused.Fault);
    }

    private static Task CreateAsync(NpgsqlDataSource database) => Bench.ExecuteAsync(
        database,
        """
        create table residents (unified_code text, name text, note text);
        create table child_tax (unified_code text, levy text);
        insert into residents values ('1', 'a', null), ('2', 'b', '');
        insert into child_tax values ('1', '5300');
        """);

    /// <summary>Changes the database from another connection while the first dataset is being written.</summary>
    private sealed class Meddler(NpgsqlDataSource database, string sql) : IProgress<PackageProgress>
    {
        public bool Done { get; private set; }

        public void Report(PackageProgress value)
        {
            if (Done)
                return;

            Bench.ExecuteAsync(database, sql).GetAwaiter().GetResult();
            Done = true;
        }
    }
}
