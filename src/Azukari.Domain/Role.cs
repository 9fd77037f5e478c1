namespace Azukari.Domain;

/// <summary>The duties of an engagement (R2).</summary>
public enum Role
{
    /// <summary>代表者: enrols and appoints the people of one organisation.</summary>
    Representative,

    /// <summary>承認者: decides for the owner.</summary>
    Approver,

    /// <summary>立会者: is present for the owner.</summary>
    Witness,

    /// <summary>情報セキュリティ管理者: the owner's officer for people, stations, media and final confirmation.</summary>
    SecurityOfficer,

    /// <summary>業務責任者: applies for the contractor.</summary>
    ProjectManager,

    /// <summary>機密情報管理責任者: the contractor's executive who endorses and supervises.</summary>
    InformationManager,

    /// <summary>作業者: seals, carries, opens, erases.</summary>
    Operator,

    /// <summary>保管責任者: receives and stores at a site.</summary>
    Keeper,

    /// <summary>監査者: reads everything, does nothing.</summary>
    Auditor,

    /// <summary>システム管理者: administers the installation, and neither acts nor audits.</summary>
    Administrator,

    /// <summary>本人: oneself, without a duty; enough to prove one's own key and to report a loss.</summary>
    Member,
}

/// <summary>The two sides of an engagement.</summary>
public enum Side
{
    /// <summary>The data owner, whose residents' data it is.</summary>
    Owner,

    /// <summary>The company that was entrusted, and the chain below it.</summary>
    Contractor,
}

/// <summary>Who may hold which duty, and on which side.</summary>
public static class Roles
{
    /// <summary>Whether a duty belongs to this side; operators, keepers, auditors, administrators and representatives belong to either.</summary>
    public static bool BelongsTo(this Role role, Side side) => role switch
    {
        Role.Approver or Role.Witness or Role.SecurityOfficer => side == Side.Owner,
        Role.ProjectManager or Role.InformationManager => side == Side.Contractor,
        Role.Representative or Role.Operator or Role.Keeper or Role.Auditor or Role.Administrator or Role.Member => true,
    };
}
