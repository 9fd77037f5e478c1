using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class JapaneseTimeTests
{
    [Theory]
    [InlineData("2022-06-21", "令和4年6月21日（火）")]
    [InlineData("2026-11-23", "令和8年11月23日（月）")]
    [InlineData("2019-12-31", "令和元年12月31日（火）")]
    [InlineData("2019-05-01", "令和元年5月1日（水）")]
    [InlineData("2019-04-30", "平成31年4月30日（火）")]
    [InlineData("1989-01-08", "平成元年1月8日（日）")]
    [InlineData("1989-01-07", "昭和64年1月7日（土）")]
    [InlineData("1926-12-25", "昭和元年12月25日（土）")]
    [InlineData("1926-12-24", "1926年12月24日（金）")]
    public void A_day_is_written_by_its_era(string day, string ja) => Assert.Equal(ja, JapaneseTime.Day(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2022-06-21T11:00:00Z", "Asia/Tokyo", "令和4年6月21日（火）20時00分", "21 June 2022, 20:00 (UTC+9)")]
    [InlineData("2019-04-30T15:00:00Z", "Asia/Tokyo", "令和元年5月1日（水）0時00分", "1 May 2019, 00:00 (UTC+9)")]
    [InlineData("2027-03-31T14:59:59.999Z", "Asia/Tokyo", "令和9年3月31日（水）23時59分59秒", "31 March 2027, 23:59:59 (UTC+9)")]
    [InlineData("2026-07-01T12:00:00Z", "Europe/London", "令和8年7月1日（水）13時00分（UTC+1）", "1 July 2026, 13:00 (UTC+1)")]
    [InlineData("2026-01-01T12:00:00Z", "Asia/Kolkata", "令和8年1月1日（木）17時30分（UTC+5:30）", "1 January 2026, 17:30 (UTC+5:30)")]
    [InlineData("2026-01-01T12:00:00Z", "America/St_Johns", "令和8年1月1日（木）8時30分（UTC-3:30）", "1 January 2026, 08:30 (UTC-3:30)")]
    [InlineData("2026-01-01T12:00:00+09:00", "UTC", "令和8年1月1日（木）3時00分（UTC）", "1 January 2026, 03:00 (UTC)")]
    public void A_moment_is_written_in_its_zone(string at, string zone, string ja, string en) =>
        Assert.Equal(new(ja, en), InstantWording.Of(DateTimeOffset.Parse(at), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void The_zone_is_the_genesis_own() => Assert.Equal("Asia/Tokyo", InstantWording.ZoneOf(Facts.Known).Id);

    [Theory]
    [InlineData("Nowhere/Nothing")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public void A_zone_that_is_not_known_is_UTC_and_the_written_time_says_so(string zone)
    {
        var facts = Facts.Known with { Founding = Facts.Known.Founding! with { Zone = zone } };

        Assert.Equal(TimeZoneInfo.Utc, InstantWording.ZoneOf(facts));
        Assert.Equal(TimeZoneInfo.Utc, InstantWording.ZoneOf(Engagement.Nothing));
        Assert.Contains("UTC", InstantWording.Of(DateTimeOffset.UnixEpoch, InstantWording.ZoneOf(facts)).Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_moment_there_is_can_be_written() =>
        Assert.StartsWith("令和7981年", InstantWording.Of(DateTimeOffset.MaxValue, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")).Ja, StringComparison.Ordinal);
}
