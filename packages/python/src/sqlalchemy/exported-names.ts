/** The words of a text. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * What `from sqlalchemy import *` binds, and the same for the other modules that models import whole: the names of
 * SQLAlchemy 1.4, 2.0 and 2.1 together, as the modules themselves list them.
 */
export const exportedNames: Readonly<Record<string, readonly string[]>> = {
  'flask_sqlalchemy.__all__': words(`
    SQLAlchemy
  `),
  'sqlalchemy.__all__': words(`
    ARRAY AdaptedConnection AggregateOrderBy Alias AliasedReturnsRows Any AssertionPool AsyncAdaptedQueuePool BIGINT
    BINARY BLANK_SCHEMA BLOB BOOLEAN BaseDDLElement BaseRow BigInteger BinaryExpression BindParameter BindTyping
    Boolean BooleanClauseList CHAR CLOB CTE CacheKey Case Cast CheckConstraint CheckFirst ChunkedIteratorResult
    ClauseElement ClauseList CollectionAggregate Column ColumnClause ColumnCollection ColumnDefault ColumnElement
    ColumnExpressionArgument ColumnOperators Compiled CompoundSelect Computed Connection Constraint CreateEnginePlugin
    CreateTable CreateTableAs CreateView CursorResult DATE DATETIME DDL DDLElement DECIMAL DOUBLE DOUBLE_PRECISION
    Date DateTime DefaultClause Delete Dialect Double DropTable DropView Engine Enum ExceptionContext Executable
    ExecutableDDLElement ExecutionContext Exists Extract FLOAT FallbackAsyncAdaptedQueuePool False_ FetchedValue Float
    ForeignKey ForeignKeyConstraint ForeignKeyTarget FrameClause FrameClauseType FromClause FromGrouping FrozenResult
    Function FunctionElement FunctionFilter GenerativeSelect Grouping HasCTE HasPrefixes HasSuffixes INT INTEGER
    Identity Index Insert Inspector Integer Interval IteratorResult JSON Join LABEL_STYLE_DEFAULT
    LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL Label LambdaElement LargeBinary
    Lateral MappingResult MergedResult MetaData NCHAR NUMERIC NVARCHAR Named NestedTransaction NotNullable Null
    NullPool Nullable Numeric NumericCommon Operators OrderByList Over PickleType Pool PoolProxiedConnection
    PoolResetState PrimaryKeyConstraint QueuePool REAL ReleaseSavepointClause Result ResultProxy ReturnsRows
    RollbackToSavepointClause RootTransaction Row RowMapping SMALLINT SQLColumnExpression SavepointClause ScalarResult
    ScalarSelect Select SelectBase SelectLabelStyle Selectable Sequence SingletonThreadPool SmallInteger
    StatementLambdaElement StaticPool String Subquery TEXT TIME TIMESTAMP TString Table TableClause TableSample
    TableValuedAlias TableValuedColumn Text TextAsFrom TextClause TextualSelect ThreadLocalMetaData Time Transaction
    True_ TryCast Tuple TupleType TwoPhaseTransaction TypeClause TypeCoerce TypeCompiler TypeDecorator TypedColumns
    URL UUID UnaryExpression Unicode UnicodeText UniqueConstraint Update UpdateBase Uuid VARBINARY VARCHAR Values
    ValuesBase Visitable WithinGroup aggregate_order_by alias all_ and_ annotations any_ asc between bindparam
    bitwise_not case cast collate column create_engine create_mock_engine create_pool_from_url cte custom_op
    cyextension delete desc dialects distinct engine engine_from_config event exc except_ except_all exists extract
    false from_dml_column func funcfilter insert insert_sentinel inspect inspection intersect intersect_all join label
    lambda_stmt lateral literal literal_column log make_url modifier not_ null nulls_first nulls_last nullsfirst
    nullslast or_ outerjoin outparam over pool quoted_name result_tuple schema select sql subquery table tablesample
    text true try_cast tstring tuple_ type_coerce types union union_all update util values within_group
  `),
  'sqlalchemy.dialects.mysql.__all__': words(`
    BIGINT BINARY BIT BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE ENUM FLOAT INET4 INET6 INTEGER Insert JSON LONGBLOB
    LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT NCHAR NUMERIC NVARCHAR REAL SET SMALLINT TEXT TIME TIMESTAMP TINYBLOB
    TINYINT TINYTEXT VARBINARY VARCHAR YEAR dialect insert limit match
  `),
  'sqlalchemy.dialects.postgresql.__all__': words(`
    ARRAY All Any BIGINT BIT BOOLEAN BYTEA BitString CHAR CIDR CITEXT CreateDomainType CreateEnumType DATE
    DATEMULTIRANGE DATERANGE DOMAIN DOUBLE_PRECISION DropDomainType DropEnumType ENUM ExcludeConstraint FLOAT HSTORE
    INET INT4MULTIRANGE INT4RANGE INT8MULTIRANGE INT8RANGE INTEGER INTERVAL Insert JSON JSONB JSONPATH MACADDR
    MACADDR8 MONEY NUMERIC NUMMULTIRANGE NUMRANGE NamedType OID REAL REGCLASS REGCONFIG Range SMALLINT TEXT TIME
    TIMESTAMP TSMULTIRANGE TSQUERY TSRANGE TSTZMULTIRANGE TSTZRANGE TSVECTOR UUID VARCHAR aggregate_order_by array
    array_agg dialect distinct_on hstore insert
  `),
  'sqlalchemy.dialects.sqlite.__all__': words(`
    BLOB BOOLEAN CHAR DATE DATETIME DECIMAL FLOAT INTEGER Insert JSON JSONB NUMERIC REAL SMALLINT TEXT TIME TIMESTAMP
    VARCHAR dialect insert
  `),
  'sqlalchemy.ext.declarative.__all__': words(`
    AbstractConcreteBase ConcreteBase DeclarativeMeta DeferredReflection as_declarative declarative_base declared_attr
    has_inherited_table instrument_declarative synonym_for
  `),
  'sqlalchemy.orm.__all__': words(`
    AliasOption Any AppenderQuery AttributeEvent AttributeEventToken AttributeEvents AttributeState Bundle
    CascadeOptions ClassManager ColumnProperty Composite CompositeProperty DeclarativeBase DeclarativeBaseNoMeta
    DeclarativeMeta DictBundle DynamicMapped EXT_CONTINUE EXT_SKIP EXT_STOP FromStatement IdentityMap InspectionAttr
    InspectionAttrExtensionType InspectionAttrInfo InstanceEvents InstanceState InstrumentationEvents
    InstrumentedAttribute KeyFuncDict Load LoaderCallableStatus LoaderCriteriaOption MANYTOMANY MANYTOONE Mapped
    MappedAsDataclass MappedClassProtocol MappedCollection MappedColumn MappedSQLExpression Mapper MapperEvents
    MapperProperty NOT_EXTENSION NO_KEY NO_VALUE NotExtension ONETOMANY ORMDescriptor ORMExecuteState PassiveFlag
    PropComparator Query QueryContext QueryEvents QueryPropertyDescriptor QueryableAttribute RegistryEvents
    Relationship RelationshipDirection RelationshipProperty SQLORMExpression Session SessionEvents SessionTransaction
    SessionTransactionOrigin Synonym SynonymProperty TypeResolve UOWTransaction Unmapped UserDefinedOption
    WriteOnlyCollection WriteOnlyMapped add_mapped_attribute aliased annotations as_declarative as_typed_table
    attribute_keyed_dict attribute_mapped_collection attributes backref base bulk_persistence class_mapper
    clear_mappers close_all_sessions clsregistry collections column_keyed_dict column_mapped_collection
    column_property composite configure_mappers contains_alias contains_eager context create_session decl_api
    decl_base declarative_base declarative_mixin declared_attr defaultload defer deferred dependency descriptor_props
    dynamic dynamic_loader eagerload evaluator events exc foreign has_inherited_table identity immediateload
    instrumentation interfaces join joinedload keyfunc_mapping lazyload load_only loading make_transient
    make_transient_to_detached mapped_as_dataclass mapped_collection mapped_column mapper mapperlib
    merge_frozen_result merge_result noload object_mapper object_session orm_insert_sentinel outerjoin path_registry
    persistence polymorphic_union properties public_factory query query_expression raiseload reconstructor registry
    relation relationship relationships remote scoped_session scoping selectin_polymorphic selectinload session
    sessionmaker state state_changes strategies strategy_options subqueryload sync synonym synonym_for undefer
    undefer_group unitofwork unmapped_column unmapped_dataclass util validates was_deleted with_expression
    with_loader_criteria with_parent with_polymorphic writeonly
  `),
  'sqlalchemy.schema.__all__': words(`
    AddConstraint BLANK_SCHEMA BaseDDLElement CheckConstraint CheckFirst Column ColumnCollectionConstraint
    ColumnCollectionMixin ColumnDefault Computed Constraint CreateColumn CreateIndex CreateSchema CreateSequence
    CreateTable CreateTableAs CreateView DDL DDLBase DDLElement DefaultClause DefaultGenerator DropColumnComment
    DropConstraint DropConstraintComment DropIndex DropSchema DropSequence DropTable DropTableComment DropView
    ExecutableDDLElement FetchedValue ForeignKey ForeignKeyConstraint ForeignKeyTarget HasConditionalDDL Identity
    Index InvokeDDLBase MetaData Named PrimaryKeyConstraint SchemaConst SchemaItem SchemaVisitable SchemaVisitor
    Sequence SetColumnComment SetConstraintComment SetTableComment Table ThreadLocalMetaData TypedColumns
    UniqueConstraint annotations conv insert_sentinel sort_tables sort_tables_and_constraints
  `),
  'sqlalchemy.sql.__all__': words(`
    Alias Any BaseDDLElement COLLECT_CARTESIAN_PRODUCTS CheckFirst ClauseElement ClauseVisitor ColumnCollection
    ColumnElement ColumnExpressionArgument CompoundSelect DDL DDLElement Delete Executable ExecutableDDLElement
    ExecutableStatement FROM_LINTING False_ FromClause Insert Join LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY
    LABEL_STYLE_NONE LABEL_STYLE_TABLENAME_PLUS_COL LambdaElement NO_LINTING NotNullable Nullable SQLColumnExpression
    Select SelectLabelStyle Selectable StatementLambdaElement Subquery SyntaxExtension TString TYPE_CHECKING
    TableClause TableSample TableValuedAlias TableValuedColumn TextClause True_ Update Values WARN_LINTING
    WriteableColumnCollection aggregate_order_by alias all_ and_ annotation any_ asc base between bindparam cache_key
    case cast coercions collate column compiler crud cte ddl default_comparator delete desc distinct dml elements
    events except_ except_all exists expression extract false from_dml_column func funcfilter functions insert
    intersect intersect_all join label lambda_stmt lambdas lateral literal literal_column modifier naming not_ null
    nulls_first nulls_last nullsfirst nullslast operators or_ outerjoin outparam over quoted_name roles schema select
    selectable sqltypes subquery table tablesample text traversals true try_cast tstring tuple_ type_api type_coerce
    union union_all update util values visitors within_group
  `),
  'sqlalchemy.types.__all__': words(`
    ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB Concatenable DATE DATETIME DECIMAL DOUBLE
    DOUBLE_PRECISION Date DateTime Double Enum ExternalType FLOAT Float INT INTEGER Indexable Integer Interval JSON
    LargeBinary MatchType NCHAR NULLTYPE NUMERIC NVARCHAR NullType Numeric NumericCommon OperatorClass PickleType REAL
    SMALLINT STRINGTYPE SchemaType SmallInteger String TEXT TIME TIMESTAMP Text Time TupleType TypeDecorator
    TypeEngine UUID Unicode UnicodeText UserDefinedType Uuid VARBINARY VARCHAR Variant adapt_type annotations
    to_instance
  `),
  'sqlmodel.__all__': words(`
    ARRAY AutoString BIGINT BINARY BLANK_SCHEMA BLOB BOOLEAN BigInteger Boolean CHAR CLOB CheckConstraint Column
    ColumnDefault Computed Constraint DATE DATETIME DDL DECIMAL DOUBLE DOUBLE_PRECISION Date DateTime DefaultClause
    Discriminator Double Enum FLOAT FetchedValue Field Float ForeignKey ForeignKeyConstraint INT INTEGER Identity
    Index Integer Interval JSON LABEL_STYLE_DEFAULT LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_NONE
    LABEL_STYLE_TABLENAME_PLUS_COL LargeBinary MetaData NCHAR NUMERIC NVARCHAR Numeric PickleType PrimaryKeyConstraint
    QueuePool REAL Relationship SMALLINT SQLModel Sequence Session SmallInteger StaticPool String TEXT TIME TIMESTAMP
    Table Tag Text Time TupleType TypeDecorator UTCDateTime UUID Unicode UnicodeText UniqueConstraint Uuid VARBINARY
    VARCHAR alias all_ and_ any_ asc between bindparam case cast col collate column create_engine create_mock_engine
    delete desc distinct engine_from_config except_ except_all exists extract false func funcfilter insert inspect
    intersect intersect_all join lambda_stmt lateral literal literal_column main modifier not_ null nulls_first
    nulls_last nullsfirst nullslast or_ orm outerjoin outparam over select sql table tablesample text true tuple_
    type_coerce union union_all update values within_group
  `),
};
